package dev.parallax.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NumbersTest {

    @Test
    void readsTheSameAsTheLibrary() {
        var random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            int digits = 1 + random.nextInt(18);
            long whole = random.nextLong((long) Math.pow(10, digits));
            String text = BigDecimal.valueOf(whole, random.nextInt(digits + 3)).toPlainString();
            String signed = random.nextInt(5) == 0 ? "-" + text : text;
            assertThat(parse(signed)).as(signed).isEqualTo(Double.parseDouble(signed));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1e3|1000",
                "1.5E-2|0.015",
                "+7|7",
                ".5|0.5",
                "5.|5",
                "'  12 '|12",
                "1234,5|1234.5",
                "0.1000000000000000055511151231257827|0.1",
                "4294972274|4294972274"
            })
    void readsWhatPeopleWrite(String text, double expected) {
        assertThat(parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                ".",
                "NaN",
                "Infinity",
                "1e",
                "e5",
                "0x10",
                "1d",
                "1.2.3",
                "1,2,3",
                "12 ms",
                "--1",
                "1-",
                "١٢"
            })
    void refusesTheRest(String text) {
        assertThat(parse(text)).isNaN();
    }

    @Test
    void looksAtItsPartOnly() {
        assertThat(Numbers.parse("99123.499".toCharArray(), 2, 5)).isEqualTo(123.4);
    }

    private static double parse(String text) {
        return Numbers.parse(text.toCharArray(), 0, text.length());
    }
}
