package dev.parallax.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MetricTest {

    @Test
    void keepsTimesToATenthAndShiftsToATenThousandth() {
        assertThat(Metric.LCP.toFixed(1234.56)).isEqualTo(12346);
        assertThat(Metric.LCP.fromFixed(12346)).isEqualTo(1234.6);
        assertThat(Metric.CLS.toFixed(0.05384)).isEqualTo(538);
    }

    @Test
    void refusesValuesThatCannotBe() {
        assertThatThrownBy(() -> Metric.LCP.toFixed(-1))
                .hasMessageContaining("lcp is out of range");
        assertThatThrownBy(() -> Metric.LCP.toFixed(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Metric.LCP.toFixed(4e9)).hasMessageContaining("4.0E9");
    }

    @Test
    void countsTheLimitsAsTheBetterClass() {
        var lcp = Metric.LCP.thresholds().orElseThrow();

        assertThat(lcp.rate(2500)).isEqualTo(Rating.GOOD);
        assertThat(lcp.rate(2500.1)).isEqualTo(Rating.NEEDS_IMPROVEMENT);
        assertThat(lcp.rate(4000)).isEqualTo(Rating.NEEDS_IMPROVEMENT);
        assertThat(lcp.rate(4000.1)).isEqualTo(Rating.POOR);
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/product/17?ref=mail, /product/:id",
        "/product/17/, /product/:id",
        "/, /",
        "'', /",
        "https://shop.example, /",
        "https://shop.example?x=1, /",
        "/order/5f2b6c1a-9a39-4a60-8a6e-0d6e3c1f2b11#top, /order/:id",
        "/t/deadbeefcafe01/x, /t/:id/x",
        "/facade/cafebabecafe, /facade/cafebabecafe",
        "//cdn//a, /cdn/a",
    })
    void makesAPageTemplateOfAUrl(String url, String template) {
        assertThat(PageTemplate.of(url).path()).isEqualTo(template);
    }
}
