package dev.parallax.rum;

import org.jspecify.annotations.Nullable;

/// How many selected page views are beyond the limit of poor in a metric.
final class PoorViews {
    private PoorViews() {}

    /// Counts the views beyond a limit, by code.
    ///
    /// @param weights null if every row stands for itself
    /// @param limit in the metric's fixed point form
    static double[] of(
            Codes codes,
            int[] values,
            double @Nullable [] weights,
            double limit,
            Selection selection) {
        var poor = new double[codes.cardinality()];
        long[] words = selection.words();
        for (int w = 0; w < words.length; w++) {
            for (long left = words[w]; left != 0; left &= left - 1) {
                int row = (w << 6) + Long.numberOfTrailingZeros(left);
                if (values[row] > limit) {
                    poor[codes.at(row)] += weights == null ? 1 : weights[row];
                }
            }
        }
        return poor;
    }
}
