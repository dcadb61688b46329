package dev.parallax.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimesTest {

    @Test
    void readsTheSameAsTheLibrary() {
        var random = new Random(5);
        for (int i = 0; i < 50_000; i++) {
            Instant instant = Instant.ofEpochMilli(random.nextLong(Times.EARLIEST, Times.LATEST));
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-840, 841));
            OffsetDateTime time = instant.atOffset(offset);
            for (DateTimeFormatter format :
                    new DateTimeFormatter[] {
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME,
                        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSXX"),
                        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS XXX")
                    }) {
                String text = format.format(time);
                assertThat(parse(text)).as(text).isEqualTo(instant.toEpochMilli());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-23|2026-11-23T00:00:00Z",
                "2026-11-23 12:34|2026-11-23T12:34:00Z",
                "2026-11-23 12:34:56|2026-11-23T12:34:56Z",
                "2026-11-23T12:34:56,789Z|2026-11-23T12:34:56.789Z",
                "2026-11-23T12:34:56.123456789+02|2026-11-23T10:34:56.123Z",
                "2021-09-30 10:46:17.68 +0000 UTC|2021-09-30T10:46:17.680Z",
                "2023-03-01 06:16:09.201000+00:00|2023-03-01T06:16:09.201Z",
                "2016-12-31T23:59:60Z|2017-01-01T00:00:00Z",
                "2024-02-29T00:00:00Z|2024-02-29T00:00:00Z",
                "1795380331|2026-11-22T20:45:31Z",
                "1795380331.629|2026-11-22T20:45:31.629Z",
                "1795380331629|2026-11-22T20:45:31.629Z",
                "1795380331629123|2026-11-22T20:45:31.629Z",
                "1795380331629123456|2026-11-22T20:45:31.629Z",
            })
    void readsWhatToolsWrite(String text, Instant expected) {
        assertThat(parse(text)).isEqualTo(expected.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-00-00T00:00:00.000Z",
                "2026-13-01",
                "2026-02-29",
                "2026-11-31",
                "2026-11-23T25:00:00Z",
                "2026-11-23T12:61:00Z",
                "2026-11-23T12",
                "2026-11-23T12:34:5",
                "2026-11-23T12:34:56+",
                "2026-11-23T12:34:56.Z",
                "2026-11-23T12:34:56 PM",
                "2026-11-23x12:34:56",
                "11/23/2026",
                "yesterday",
                "0",
                "-1795380331",
                "12345",
                "1e30"
            })
    void refusesTheRest(String text) {
        assertThat(parse(text)).isEqualTo(Times.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23 12:34:56,false",
        "2026-11-23,false",
        "2026-11-23T12:34:56Z,true",
        "2026-11-23T12:34:56-05:00,true",
        "2026-11-23 12:34:56 UTC,true",
        "1795380331629,true"
    })
    void knowsWhatHasAZone(String text, boolean has) {
        assertThat(Times.hasZone(text.toCharArray(), 0, text.length())).isEqualTo(has);
    }

    /// What remembers the date of the text before reads all texts as what remembers nothing does,
    /// also those that are damaged.
    @Test
    void timesOfADayAreThoseOfAllDays() {
        var random = new Random(11);
        var times = new TimesOfDay();
        String letters = "0123456789:.TZ-+ ,/\u0661";
        for (int i = 0; i < 200_000; i++) {
            long millis =
                    Instant.parse("2026-02-27T23:59:59.990Z").toEpochMilli()
                            + random.nextLong(20L << random.nextInt(28));
            String text =
                    DateTimeFormatter.ofPattern(
                                    random.nextBoolean()
                                            ? "yyyy-MM-dd'T'HH:mm:ss.SSSX"
                                            : "yyyy-MM-dd'T'HH:mm:ssX")
                            .format(Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC));
            for (int damage = random.nextInt(3); damage > 0; damage--) {
                int at = random.nextInt(text.length());
                text =
                        text.substring(0, at)
                                + letters.charAt(random.nextInt(letters.length()))
                                + text.substring(at + 1);
            }
            char[] around = ("##" + text + "##").toCharArray();
            assertThat(times.parse(around, 2, text.length())).as(text).isEqualTo(parse(text));
        }
    }

    private static long parse(String text) {
        return Times.parse(("##" + text + "##").toCharArray(), 2, text.length());
    }
}
