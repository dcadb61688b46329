package dev.parallax.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.metric.Metric;
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

    /// The short way to a fixed point number gives what the long one gives, or leaves it to it.
    @Test
    void fixedPointIsThatOfTheRoundedDouble() {
        var random = new Random(7);
        int plain = 0;
        for (int i = 0; i < 300_000; i++) {
            Metric metric = random.nextBoolean() ? Metric.LCP : Metric.CLS;
            int decimals = metric == Metric.LCP ? 1 : 4;
            int largest = metric == Metric.LCP ? 6_000_000 : 1_000_000;
            String text = written(random);
            String before = random.nextBoolean() ? "7." : "95,81.24,";
            char[] row = (before + text + ".7").toCharArray();
            int fixed = Numbers.fixed(row, before.length(), text.length(), decimals, largest);
            if (fixed != Numbers.NOT_PLAIN) {
                plain++;
                assertThat(fixed).as(text).isEqualTo(metric.toFixed(Double.parseDouble(text)));
                assertThat(fixed).as(text).isLessThanOrEqualTo(largest);
            } else if (text.matches("\\d{1,6}(\\.\\d)?")) {
                assertThat(Double.parseDouble(text) * metric.unit().scale())
                        .as(text)
                        .isGreaterThan(largest);
            }
        }
        assertThat(plain).isGreaterThan(40_000);
    }

    private static String written(Random random) {
        long whole = random.nextLong((long) Math.pow(10, 1 + random.nextInt(15)));
        String text =
                BigDecimal.valueOf(whole, random.nextBoolean() ? 1 : random.nextInt(6))
                        .toPlainString();
        if (random.nextInt(10) > 0) {
            return text;
        }
        char odd = "+-,.e /:\u0661".charAt(random.nextInt(9));
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + odd + text.substring(at);
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
