package dev.parallax.ui.chart;

import java.util.Arrays;

/// An empirical distribution function: a curve of steps. The arrays are not copied; whoever hands
/// them in leaves them alone.
///
/// @param values where the curve rises, ascending, in the metric's unit
/// @param shares of all values that are not larger, ascending to 1
@SuppressWarnings("ArrayRecordComponent") // redrawn many times a second, compared by nobody
public record Steps(double[] values, double[] shares) {
    public Steps {
        if (values.length != shares.length) {
            throw new IllegalArgumentException(
                    values.length + " values do not fit " + shares.length + " shares");
        }
    }

    /// Which share of the values is not larger than this one, 0 to 1.
    double shareUpTo(double value) {
        int found = Arrays.binarySearch(values, value);
        int last = found >= 0 ? found : -found - 2;
        return last < 0 ? 0 : shares[last];
    }
}
