package dev.parallax.cli;

import dev.parallax.compare.AggregateComparison;
import dev.parallax.metric.Metric;
import dev.parallax.statistics.Interval;
import java.util.ArrayList;
import java.util.List;

/// The percentiles of a report that gives shares of intervals, each as the interval it lies in.
final class AggregateAnswerText {
    private AggregateAnswerText() {}

    static void write(AggregateComparison.Field field, Metric metric, Output output) {
        List<List<String>> rows = new ArrayList<>();
        for (AggregateComparison.Percentile one : field.percentiles()) {
            rows.add(
                    List.of(
                            "p" + one.percentile(),
                            one.within().map(within -> words(within, metric)).orElse("–")));
        }
        if (!rows.isEmpty()) {
            output.line("");
            output.table(List.of(MetricText.header(metric), "#lies within"), rows);
        }
        output.line("");
        output.line(
                "Page views from " + field.key().firstDay() + " to " + field.key().lastDay() + ".");
        output.line("Wasserstein, KS and shift function: " + AggregateComparison.NO_DISTANCE);
    }

    private static String words(Interval within, Metric metric) {
        String low = MetricText.number(metric, within.low());
        return Double.isFinite(within.high())
                ? low + " to " + MetricText.number(metric, within.high())
                : "from " + low + " on";
    }
}
