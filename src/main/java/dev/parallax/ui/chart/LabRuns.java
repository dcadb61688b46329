package dev.parallax.ui.chart;

import java.util.Arrays;

/// What the lab measured.
///
/// @param values one a run, in the metric's unit; not copied
/// @param median of the values; not a number if there are none
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record LabRuns(double[] values, double median) {

    /// The runs' values with their median by the rule for an even count: the mean of the middle
    /// two.
    public static LabRuns of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return new LabRuns(sorted, n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2);
    }
}
