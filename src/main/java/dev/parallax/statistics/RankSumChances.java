package dev.parallax.statistics;

/// The exact distribution of Mann and Whitney's U when both sides come from one continuous
/// distribution: every order of the n + m values is then equally likely.
///
/// By the recurrence of Mann & Whitney 1947 (*On a test of whether one of two random variables is
/// stochastically larger than the other*, Annals of Mathematical Statistics 18, 50–60, eq. 2): the
/// largest value is of the first side with chance i / (i + j), and then beats all j of the second.
/// Only products and sums of positive numbers, so nothing cancels.
final class RankSumChances {
    /// Up to so many values a side the exact distribution is cheap (a few milliseconds at most);
    /// R's `wilcox.test` draws the same line.
    static final int MOST_VALUES = 49;

    private RankSumChances() {}

    /// Whether both sides are small enough for the exact distribution.
    static boolean areCheap(int n, int m) {
        return n <= MOST_VALUES && m <= MOST_VALUES;
    }

    /// The chances of U = 0, 1, … n·m.
    static double[] of(int n, int m) {
        double[][] before = new double[m + 1][];
        for (int j = 0; j <= m; j++) {
            before[j] = new double[] {1};
        }
        for (int i = 1; i <= n; i++) {
            double[][] now = new double[m + 1][];
            now[0] = new double[] {1};
            for (int j = 1; j <= m; j++) {
                double ofFirst = (double) i / (i + j);
                double[] chances = new double[i * j + 1];
                for (int u = 0; u < before[j].length; u++) {
                    chances[u + j] += ofFirst * before[j][u];
                }
                for (int u = 0; u < now[j - 1].length; u++) {
                    chances[u] += (1 - ofFirst) * now[j - 1][u];
                }
                now[j] = chances;
            }
            before = now;
        }
        return before[m];
    }

    /// The largest count k with P(U < k) ≤ `tail`, 0 if there is none above.
    static int atMost(double tail, int n, int m) {
        double[] chances = of(n, m);
        double missed = 0;
        int count = 0;
        while (missed + chances[count] <= tail) {
            missed += chances[count];
            count++;
        }
        return count;
    }
}
