package dev.parallax.importer.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.importer.BundledMappings;
import dev.parallax.importer.mapping.FieldNames.Match;
import dev.parallax.metric.Dimension;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MappingTest {
    private final Mapping csv = BundledMappings.get("csv");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LCP|lcp|",
                "LCP (ms)|lcp|ms",
                "lcp_ms|lcp|ms",
                "lcp.s|lcp|s",
                "Largest Contentful Paint [s]|lcp|s",
                "largestContentfulPaint|lcp|",
                "Largest Contentful Paint (seconds)|lcp|s",
                "web_vitals.lcp.value|lcp|",
                "lcpInMs|lcp|ms",
                "LCP µs|lcp|us",
                "fcp_ns|fcp|ns",
                "Time to First Byte|ttfb|",
                "first_byte_ms|ttfb|ms",
                "Page Load Time (ms)|load|ms",
                "loadEventEnd|load|",
                "domContentLoaded|dcl|",
                "DOMContentLoadedEventEnd|dcl|",
                "Cumulative Layout Shift|cls|",
                "interaction to next paint|inp|",
                "Timestamp|time|",
                "@timestamp|time|",
                "event_time|time|",
                "time_ms|time|ms",
                "url|page|",
                "pagePath|page|",
                "sessionID|session|",
                "session_id|session|",
                "hits|weight|",
                "Page View ID|view|",
                "deviceType|device|",
                "effective connection type|connection|",
                "navigationType|navigation|",
                "app_version|release|"
            })
    void knowsColumnsByTheirNames(String name, String field, String unit) {
        Optional<Match> match = csv.match(name);
        assertThat(match).map(found -> found.field().key()).contains(field);
        assertThat(match).map(Match::scale).map(Scale::key).isEqualTo(Optional.ofNullable(unit));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "id",
                "rating",
                "lcp_rating",
                "lcp element",
                "lcp_delta",
                "p75_lcp",
                "avg LCP",
                "good_lcp",
                "SpeedIndex_plt_1",
                "h_score",
                "server load",
                "browser version",
                "first paint",
                "user",
                "🙂"
            })
    void leavesOthersAlone(String name) {
        assertThat(csv.match(name)).isEmpty();
    }

    @Test
    void tellsSummariesFromValues() {
        assertThat(List.of("p75_lcp", "LCP p75 (ms)", "avg_ttfb", "medianFcp"))
                .allMatch(csv.names()::isAggregate);
        assertThat(List.of("lcp", "p75", "max_depth", "count")).noneMatch(csv.names()::isAggregate);
    }

    @Test
    void rewritesValues() {
        assertThat(csv.texts().canonical(Dimension.DEVICE, "Smartphone")).isEqualTo("mobile");
        assertThat(csv.texts().canonical(Dimension.DEVICE, "TABLET")).isEqualTo("tablet");
        assertThat(csv.texts().canonical(Dimension.NAVIGATION, "back_forward"))
                .isEqualTo("back-forward");
        assertThat(csv.texts().canonical(Dimension.COUNTRY, "DE")).isEqualTo("DE");
        assertThat(csv.texts().canonical(Dimension.BROWSER, "(not set)")).isEmpty();
    }
}
