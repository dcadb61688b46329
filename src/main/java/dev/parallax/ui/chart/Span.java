package dev.parallax.ui.chart;

/// A stretch of an axis.
///
/// @param low in the axis' unit
/// @param high not below `low`
record Span(double low, double high) {
    Span {
        if (!(low <= high)) {
            throw new IllegalArgumentException("no stretch: " + low + " to " + high);
        }
    }

    static Span between(double one, double other) {
        return new Span(Math.min(one, other), Math.max(one, other));
    }
}
