package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import java.util.List;
import java.util.stream.Stream;

/// One column of the page views.
public sealed interface Column {

    /// Values of one metric, as [Chunk#metric] has them.
    record OfMetric(Metric metric) implements Column {}

    /// Codes of one dimension, as [Chunk#dimension] has them.
    record OfDimension(Dimension dimension) implements Column {}

    /// The columns there is one of.
    enum Single implements Column {
        TIME,
        PAGE,
        SESSION,
        WEIGHT,
        VIEW,
        USER,
        EXCLUSION
    }

    /// Whether its entries are longs (times and hashes), not ints.
    default boolean isLong() {
        return this == Single.TIME
                || this == Single.SESSION
                || this == Single.VIEW
                || this == Single.USER;
    }

    /// Every column, in a fixed order.
    static List<Column> all() {
        return Stream.of(
                        Stream.of(Single.values()),
                        Metric.all().stream().map(OfMetric::new),
                        Dimension.all().stream().map(OfDimension::new))
                .<Column>flatMap(columns -> columns)
                .toList();
    }
}
