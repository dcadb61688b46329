package dev.parallax.store;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Column;

/// The numbers by which columns of page views are known in the file. They never change.
final class ColumnNumbers {
    private ColumnNumbers() {}

    static int of(Column column) {
        return switch (column) {
            case Column.Single.TIME -> 1;
            case Column.Single.PAGE -> 2;
            case Column.Single.SESSION -> 3;
            case Column.Single.WEIGHT -> 4;
            case Column.Single.VIEW -> 5;
            case Column.Single.USER -> 6;
            case Column.Single.EXCLUSION -> 7;
            case Column.OfMetric(Metric metric) -> of(metric);
            case Column.OfDimension(Dimension dimension) -> of(dimension);
        };
    }

    private static int of(Metric metric) {
        return switch (metric) {
            case TTFB -> 16;
            case FCP -> 17;
            case LCP -> 18;
            case CLS -> 19;
            case INP -> 20;
            case DCL -> 21;
            case LOAD -> 22;
        };
    }

    /// The metric whose column has this number.
    static Metric metric(int number) {
        return Metric.all().stream()
                .filter(metric -> of(metric) == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("column " + number));
    }

    private static int of(Dimension dimension) {
        return switch (dimension) {
            case DEVICE -> 64;
            case BROWSER -> 65;
            case OS -> 66;
            case COUNTRY -> 67;
            case CONNECTION -> 68;
            case NAVIGATION -> 69;
            case RELEASE -> 70;
            case CACHE -> 71;
            case VIEWPORT -> 72;
            case CPU -> 73;
            case MEMORY -> 74;
        };
    }
}
