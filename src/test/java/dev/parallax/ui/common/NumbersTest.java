package dev.parallax.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.metric.Metric;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class NumbersTest {
    private final Locale before = Locale.getDefault(Locale.Category.FORMAT);

    @BeforeEach
    void readEnglish() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.UK);
    }

    @AfterEach
    void readAsBefore() {
        Locale.setDefault(Locale.Category.FORMAT, before);
    }

    @Test
    void writesMetricsWithTheirUnit() {
        assertThat(Numbers.of(Metric.LCP, 2480.4)).isEqualTo("2,480\u202fms");
        assertThat(Numbers.of(Metric.TTFB, 4.25)).isEqualTo("4.2\u202fms");
        assertThat(Numbers.of(Metric.CLS, 0.1042)).isEqualTo("0.104");
        assertThat(Numbers.of(Metric.LCP, Double.NaN)).isEqualTo("–");
    }

    @Test
    void writesInTheUsersLocale() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.GERMANY);
        assertThat(Numbers.of(Metric.CLS, 0.1042)).isEqualTo("0,104");
        assertThat(Numbers.count(1_204_331)).isEqualTo("1.204.331");
    }

    @Test
    void writesLengthsOfTimeInTheirLargestUnits() {
        assertThat(Numbers.duration(Duration.ofMillis(840))).isEqualTo("840\u202fms");
        assertThat(Numbers.duration(Duration.ofMillis(12_400))).isEqualTo("12.4\u202fs");
        assertThat(Numbers.duration(Duration.ofSeconds(185))).isEqualTo("3 min 05 s");
        assertThat(Numbers.duration(Duration.ofMinutes(130))).isEqualTo("2 h 10 min");
        assertThat(Numbers.duration(Duration.ofHours(47))).isEqualTo("47 h 00 min");
        assertThat(Numbers.duration(Duration.ofHours(2332))).isEqualTo("97 d 4 h");
    }

    @Test
    void writesAmountsOfBytes() {
        assertThat(Numbers.bytes(-1)).isEqualTo("–");
        assertThat(Numbers.bytes(999)).isEqualTo("999\u202fB");
        assertThat(Numbers.bytes(1_250)).isEqualTo("1.2\u202fkB");
        assertThat(Numbers.bytes(412_000)).isEqualTo("412\u202fkB");
        assertThat(Numbers.bytes(2_340_000)).isEqualTo("2.3\u202fMB");
    }
}
