package dev.parallax.cli;

import dev.parallax.metric.Dimension;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A dimension typed by its key.
final class DimensionConverter implements ITypeConverter<Dimension> {
    @Override
    public Dimension convert(String key) {
        return Dimension.byKey(key)
                .orElseThrow(() ->
                        new TypeConversionException(
                                "\"" + key + "\" is no dimension; use one of " + known()));
    }

    private static String known() {
        return Dimension.all().stream().map(Dimension::key).collect(Collectors.joining(", "));
    }
}
