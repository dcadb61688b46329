package dev.parallax.rum;

import dev.parallax.progress.Progress;
import java.util.BitSet;

/// How many page views a selection has and what they stand for.
///
/// @param views rows
/// @param weight the page views they stand for
/// @param effective Kish's effective number of rows, (Σw)² / Σw²; the rows where weights are equal
/// @param sessions different sessions among them; 0 if the data set knows none
public record Totals(long views, double weight, double effective, long sessions) {

    static Totals of(Columns columns, Selection selection, Progress progress) {
        long views = selection.count();
        long sessions = sessions(columns, selection, progress);
        if (!columns.isWeighted()) {
            return new Totals(views, (double) views, (double) views, sessions);
        }
        double[] weights = columns.weights();
        double all = 0;
        double squares = 0;
        long[] words = selection.words();
        for (int w = 0; w < words.length; w++) {
            for (long left = words[w]; left != 0; left &= left - 1) {
                double weight = weights[(w << 6) + Long.numberOfTrailingZeros(left)];
                all += weight;
                squares += weight * weight;
            }
        }
        double effective = squares == 0 ? 0 : Math.min((double) views, all * all / squares);
        return new Totals(views, all, effective, sessions);
    }

    private static long sessions(Columns columns, Selection selection, Progress progress) {
        Sessions sessions = columns.sessions();
        progress.throwIfCancelled();
        if (sessions.count() == 0) {
            return 0;
        }
        int[] codes = sessions.codes();
        var seen = new BitSet(sessions.count());
        long[] words = selection.words();
        for (int w = 0; w < words.length; w++) {
            for (long left = words[w]; left != 0; left &= left - 1) {
                int code = codes[(w << 6) + Long.numberOfTrailingZeros(left)];
                if (code >= 0) {
                    seen.set(code);
                }
            }
        }
        return seen.cardinality();
    }
}
