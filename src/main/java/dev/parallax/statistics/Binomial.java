package dev.parallax.statistics;

/// The binomial distribution: how often something of a given chance happens in n independent tries.
final class Binomial {

    private Binomial() {}

    /// The chances of 0, 1, … n successes in n tries, each of chance `p` above 0 and below 1.
    ///
    /// In logarithms, since (1 − p)ⁿ leaves the range of a double near n = 1,000.
    static double[] chances(int n, double p) {
        double[] chances = new double[n + 1];
        double logOdds = Math.log(p) - Math.log1p(-p);
        double logChance = n * Math.log1p(-p);
        for (int successes = 0; successes <= n; successes++) {
            chances[successes] = Math.exp(logChance);
            logChance += Math.log((double) (n - successes) / (successes + 1)) + logOdds;
        }
        return chances;
    }
}
