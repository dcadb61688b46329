package dev.parallax.importer.crux;

import dev.parallax.metric.Metric;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the Chrome UX Report calls its metrics.
final class Names {
    private static final Map<String, Metric> IN_ANSWERS =
            Map.of(
                    "largest_contentful_paint", Metric.LCP,
                    "first_contentful_paint", Metric.FCP,
                    "cumulative_layout_shift", Metric.CLS,
                    "interaction_to_next_paint", Metric.INP,
                    "experimental_interaction_to_next_paint", Metric.INP,
                    "experimental_time_to_first_byte", Metric.TTFB,
                    "time_to_first_byte", Metric.TTFB);

    /// The columns of a metric in tables that are summed up already: the 75th percentile, and the
    /// shares of good, middling and poor.
    ///
    /// @param shares their names; none where a table's limits are not the product's
    record Columns(Metric metric, String p75, List<String> shares) {
        private static Columns of(Metric metric, String name) {
            return new Columns(
                    metric, "p75_" + name, List.of("fast_" + name, "avg_" + name, "slow_" + name));
        }

        Stream<String> all() {
            return Stream.concat(Stream.of(p75), shares.stream());
        }
    }

    /// The limits of the web vitals are those of [Metric]; a table itself does not say them.
    static final List<Columns> IN_TABLES =
            List.of(
                    Columns.of(Metric.TTFB, "ttfb"),
                    Columns.of(Metric.FCP, "fcp"),
                    Columns.of(Metric.LCP, "lcp"),
                    Columns.of(Metric.INP, "inp"),
                    new Columns(
                            Metric.CLS, "p75_cls", List.of("small_cls", "medium_cls", "large_cls")),
                    new Columns(Metric.DCL, "p75_dcl", List.of()),
                    new Columns(Metric.LOAD, "p75_ol", List.of()));

    /// Where the histograms of raw tables are.
    static final Map<String, Metric> HISTOGRAMS =
            Map.of(
                    "largest_contentful_paint", Metric.LCP,
                    "first_contentful_paint", Metric.FCP,
                    "layout_instability.cumulative_layout_shift", Metric.CLS,
                    "interaction_to_next_paint", Metric.INP,
                    "experimental.interaction_to_next_paint", Metric.INP,
                    "experimental.time_to_first_byte", Metric.TTFB,
                    "dom_content_loaded", Metric.DCL,
                    "onload", Metric.LOAD);

    private Names() {}

    /// The metric of a member of `metrics` in an answer.
    static Optional<Metric> inAnswer(String name) {
        return Optional.ofNullable(IN_ANSWERS.get(name));
    }
}
