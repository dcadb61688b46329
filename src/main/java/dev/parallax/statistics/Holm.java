package dev.parallax.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/// The correction of Holm 1979 (*A simple sequentially rejective multiple test procedure*,
/// Scandinavian Journal of Statistics 6, 65–70) for asking several questions at once: the chance of
/// any false alarm among them stays at the level that one question would have. It assumes nothing
/// of how the questions depend on one another.
public final class Holm {
    private Holm() {}

    /// Adjusted p-values, in the order given: the i-th smallest of k is multiplied by k + 1 − i,
    /// never below one before it, never above 1. Example: 0.01, 0.04, 0.03 become 0.03, 0.06, 0.06.
    ///
    /// @param p each from 0 to 1
    public static double[] adjusted(double... p) {
        int[] ascending =
                IntStream.range(0, p.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> p[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[] adjusted = new double[p.length];
        double reached = 0;
        for (int rank = 0; rank < p.length; rank++) {
            reached = Math.max(reached, Math.min(1, (p.length - rank) * p[ascending[rank]]));
            adjusted[ascending[rank]] = reached;
        }
        return adjusted;
    }
}
