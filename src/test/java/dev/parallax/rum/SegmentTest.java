package dev.parallax.rum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.PageTemplate;
import dev.parallax.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SegmentTest {

    @Test
    void readsTexts() {
        Segment segment =
                Segment.parse(
                        List.of(
                                "device=mobile",
                                "Country=DE",
                                "country=FR",
                                "page=/product/17?ref=mail",
                                "from=2026-11-01",
                                "to=2026-11-02T12:00:00Z"));
        assertThat(segment)
                .isEqualTo(
                        Segment.ALL
                                .with(Dimension.DEVICE, Set.of("mobile"))
                                .with(Dimension.COUNTRY, Set.of("FR", "DE"))
                                .withPage(new PageTemplate("/product/:id"))
                                .withWindow(
                                        new TimeWindow(
                                                Instant.parse("2026-11-01T00:00:00Z"),
                                                Instant.parse("2026-11-02T12:00:00Z"))));
        assertThat(segment)
                .hasToString(
                        "device mobile, country DE or FR, page /product/:id,"
                                + " from 2026-11-01T00:00:00Z to 2026-11-02T12:00:00Z");
    }

    @Test
    void openTimeIsOneSided() {
        TimeWindow window = Segment.parse(List.of("to=2026-11-01")).window();
        assertThat(window).isNotNull();
        assertThat(window.from()).isEqualTo(Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource({
        "device,segment-not-a-pair",
        "=mobile,segment-not-a-pair",
        "device=,segment-not-a-pair",
        "colour=red,segment-unknown-key",
        "from=yesterday,segment-not-a-time",
        "to=1960-01-01,segment-empty-time"
    })
    void refusesWhatItCannotUnderstand(String text, String code) {
        assertThatThrownBy(() -> Segment.parse(List.of(text)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    @Test
    void takesDimensionsInAndOut() {
        Segment mobile = Segment.ALL.with(Dimension.DEVICE, Set.of("mobile"));
        assertThat(mobile.isAll()).isFalse();
        assertThat(mobile.without(Dimension.DEVICE).isAll()).isTrue();
        assertThat(Segment.ALL).hasToString("all page views");
    }
}
