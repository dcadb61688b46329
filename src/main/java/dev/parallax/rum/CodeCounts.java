package dev.parallax.rum;

import java.util.Arrays;

/// How many selected rows have each code of a column, and what they stand for together.
///
/// @param views rows, by code
/// @param weights the sum of their weights, by code; the rows where the data set has none
record CodeCounts(long[] views, double[] weights) {

    static CodeCounts of(Codes codes, Columns columns, Selection selection) {
        long[] views = views(codes, selection);
        if (!columns.isWeighted()) {
            return new CodeCounts(views, Arrays.stream(views).asDoubleStream().toArray());
        }
        var weights = new double[views.length];
        codes.sum(selection.words(), columns.weights(), weights);
        return new CodeCounts(views, weights);
    }

    /// The rows alone.
    static long[] views(Codes codes, Selection selection) {
        var views = new long[codes.cardinality()];
        codes.count(selection.words(), views);
        return views;
    }
}
