package dev.parallax.cli;

import dev.parallax.metric.Metric;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A metric typed by its key.
final class MetricConverter implements ITypeConverter<Metric> {
    @Override
    public Metric convert(String key) {
        return Metric.byKey(key)
                .orElseThrow(() ->
                        new TypeConversionException(
                                "\"" + key + "\" is no metric; use one of " + known()));
    }

    private static String known() {
        return Metric.all().stream().map(Metric::key).collect(Collectors.joining(", "));
    }
}
