package dev.parallax.cli;

import dev.parallax.metric.Metric;
import java.util.Locale;

/// Metrics as text with the precision that means something.
final class MetricText {
    private MetricText() {}

    static String header(Metric metric) {
        String unit = metric.unit().symbol();
        return metric.shortName() + (unit.isEmpty() ? "" : " " + unit);
    }

    static String number(Metric metric, double value) {
        String format = metric.unit().symbol().isEmpty() ? "%.3f" : "%.0f";
        return String.format(Locale.ROOT, format, value);
    }

    static String withUnit(Metric metric, double value) {
        return (number(metric, value) + " " + metric.unit().symbol()).strip();
    }

    /// A difference: what is above 0 says so too.
    static String signed(Metric metric, double difference) {
        String number = number(metric, Math.abs(difference));
        return (difference < 0 ? "-" : "+") + number;
    }
}
