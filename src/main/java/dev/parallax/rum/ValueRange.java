package dev.parallax.rum;

/// A stretch of a metric's values, both ends included.
///
/// @param low in the metric's unit, at least 0
/// @param high in the metric's unit, not below `low`; positive infinity if there is no end
public record ValueRange(double low, double high) {
    public ValueRange {
        if (!(low >= 0 && low <= high)) {
            throw new IllegalArgumentException("no range of values: " + low + " to " + high);
        }
    }

    public boolean contains(double value) {
        return value >= low && value <= high;
    }
}
