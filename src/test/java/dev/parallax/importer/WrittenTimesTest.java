package dev.parallax.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WrittenTimesTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Aug 22, 2022 @ 10:15:30.123|2022-08-22T10:15:30.123Z|false",
                "Aug 2, 2022 @ 10:15|2022-08-02T10:15:00Z|false",
                "8/22/2022, 10:15:30.123 AM|2022-08-22T10:15:30.123Z|false",
                "8/9/2022, 12:15:30 AM|2022-08-09T00:15:30Z|false",
                "8/9/2022, 12:15:30 PM|2022-08-09T12:15:30Z|false",
                "8/9/2022 1:15:30 p.m.|2022-08-09T13:15:30Z|false",
                "22/08/2022, 10:15:30|2022-08-22T10:15:30Z|false",
                "08/22/2022 10:15:30|2022-08-22T10:15:30Z|false",
                "22.8.2022, 10:15:30|2022-08-22T10:15:30Z|false",
                "22/Nov/2026:20:45:31 +0000|2026-11-22T20:45:31Z|true",
                "22/Nov/2026:20:45:31 +0130|2026-11-22T19:15:31Z|true",
                "Sun, 22 Nov 2026 20:45:31 GMT|2026-11-22T20:45:31Z|true",
                "Sun Nov 22 2026 20:45:31 GMT+0100 (Central European Time)|2026-11-22T19:45:31Z|true",
                "November 22, 2026 at 8:45 PM|2026-11-22T20:45:00Z|false",
                "Nov 22, 2026, 8:45:31.5 PM|2026-11-22T20:45:31.500Z|false"
            })
    void readsWhatToolsShow(String text, Instant time, boolean hasZone) {
        assertThat(WrittenTimes.parse(text))
                .isEqualTo(new WrittenTimes.Read(time.toEpochMilli(), hasZone));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "noon",
                "8/9/2022, 10:15:30",
                "11/23/2026",
                "31/Apr/2026:20:45:31 +0000",
                "13/13/2026 10:00",
                "Foo 22, 2022 @ 10:15:30",
                "8/22/2022, 13:15:30 PM",
                "Aug 22, 2022 @ 25:15:30",
                "22/Nov/2026:20:45:31 +9900"
            })
    void leavesWhatCanBeReadInTwoWaysOrNone(String text) {
        assertThat(WrittenTimes.parse(text)).isNull();
    }

    @Test
    void neverFails() {
        var random = new Random(5);
        String parts = "AugNov 0123456789/:.,@+-GMTZPpm()";
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(90); length > 0; length--) {
                text.append(parts.charAt(random.nextInt(parts.length())));
            }
            WrittenTimes.parse(text.toString());
        }
        assertThat(WrittenTimes.parse("Aug 22, 2022 @ 10:15:30")).isNotNull();
    }

    @Test
    void importsThem() {
        ImportedFile file =
                ImportedFile.of(
                        folder,
                        """
                        time,page,lcp
                        "Aug 22, 2022 @ 10:15:30.123",/,1000
                        "Aug 22, 2022 @ 11:15:30.123",/,1000
                        """);
        assertThat(file.report().dataset().first())
                .isEqualTo(Instant.parse("2022-08-22T10:15:30.123Z"));
        assertThat(file.report().record().warnings())
                .containsExactly("Times have no zone; they were taken as UTC.");
    }
}
