package dev.parallax.rum;

import java.util.Arrays;
import java.util.stream.IntStream;

/// How many selected rows have each code of a column, and what they stand for together.
final class CodeCounts {
    private final long[] views;
    private final double[] weights;

    private CodeCounts(long[] views, double[] weights) {
        this.views = views;
        this.weights = weights;
    }

    static CodeCounts of(Codes codes, Columns columns, Selection selection) {
        long[] views = count(codes, selection);
        if (!columns.isWeighted()) {
            return new CodeCounts(views, Arrays.stream(views).asDoubleStream().toArray());
        }
        var weights = new double[views.length];
        codes.sum(selection.words(), columns.weights(), weights);
        return new CodeCounts(views, weights);
    }

    /// The codes from this one on that any selected row has.
    static IntStream occurring(Codes codes, Selection selection, int from) {
        return occurring(count(codes, selection), from);
    }

    private static long[] count(Codes codes, Selection selection) {
        var views = new long[codes.cardinality()];
        codes.count(selection.words(), views);
        return views;
    }

    private static IntStream occurring(long[] views, int from) {
        return IntStream.range(from, views.length).filter(code -> views[code] > 0);
    }

    /// The codes from this one on that any row has.
    IntStream occurring(int from) {
        return occurring(views, from);
    }

    /// The rows that have a code.
    long views(int code) {
        return views[code];
    }

    /// The sum of their weights; as many as there are rows where the data set has no weights.
    double weight(int code) {
        return weights[code];
    }
}
