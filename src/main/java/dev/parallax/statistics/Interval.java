package dev.parallax.statistics;

/// A closed interval on the real line, `low` to `high`; either end may be infinite.
///
/// All intervals of this package are two-sided 95 % intervals with equal tails, unless they say
/// otherwise.
public record Interval(double low, double high) {

    /// Checks the order of the ends.
    ///
    /// @throws IllegalArgumentException when an end is NaN or `low` is above `high`
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("not an interval: " + low + " to " + high);
        }
    }

    /// Whether the whole of this interval lies inside `outer`, touching allowed.
    public boolean isInside(Interval outer) {
        return outer.low <= low && high <= outer.high;
    }

    /// Whether every value of this interval is below `value`.
    public boolean isBelow(double value) {
        return high < value;
    }

    /// Whether every value of this interval is above `value`.
    public boolean isAbove(double value) {
        return low > value;
    }
}
