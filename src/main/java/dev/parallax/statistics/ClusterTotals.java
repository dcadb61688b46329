package dev.parallax.statistics;

/// What each of some independent clusters has of a whole, and of a part of it: the page views of a
/// session and those of them that are slow, say. The ratio of the two sums and how sure it is.
///
/// A cluster may be a bundle of sessions that were thrown together by chance: sums of independent
/// sessions are independent, so the variance stays right and only its own error grows, to 2 % of
/// the standard error with 1,024 bundles (the method of random groups, Wolter 2007, *Introduction
/// to Variance Estimation*, 2nd ed., §2.4).
///
/// Assumes that clusters are independent. It misleads where a handful of them makes up nearly all.
public final class ClusterTotals {
    private final double[] part;
    private final double[] whole;
    private final double partSum;
    private final double wholeSum;

    /// @param part one entry a cluster, 0 or more
    /// @param whole one entry a cluster, 0 or more, and more than 0 in one of them
    /// @throws IllegalArgumentException if they differ in length or the whole is nothing
    public ClusterTotals(double[] part, double[] whole) {
        if (part.length != whole.length) {
            throw new IllegalArgumentException(
                    part.length + " parts but " + whole.length + " wholes");
        }
        this.part = part.clone();
        this.whole = whole.clone();
        partSum = sum(part);
        wholeSum = sum(whole);
        if (!(wholeSum > 0)) {
            throw new IllegalArgumentException("nothing to have a part of: " + wholeSum);
        }
    }

    private static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    public double part() {
        return partSum;
    }

    public double whole() {
        return wholeSum;
    }

    /// The sum of the parts over the sum of the wholes.
    public double ratio() {
        return partSum / wholeSum;
    }

    /// The same with fewer clusters, each made of as many neighbours.
    ///
    /// @param clusters a divisor of how many there are
    public ClusterTotals joined(int clusters) {
        int each = part.length / clusters;
        if (clusters * each != part.length) {
            throw new IllegalArgumentException(part.length + " clusters cannot become " + clusters);
        }
        var parts = new double[clusters];
        var wholes = new double[clusters];
        for (int i = 0; i < part.length; i++) {
            parts[i / each] += part[i];
            wholes[i / each] += whole[i];
        }
        return new ClusterTotals(parts, wholes);
    }

    /// How many clusters there are, those that have nothing included.
    public int clusters() {
        return part.length;
    }

    /// What these clusters have of the part, as a part of all there is of another whole.
    public ClusterTotals partOverWhole(ClusterTotals other) {
        return new ClusterTotals(part, other.joined(part.length).whole);
    }

    /// What these clusters have as a whole, as a part of another whole.
    public ClusterTotals wholeOverWhole(ClusterTotals other) {
        return new ClusterTotals(whole, other.joined(part.length).whole);
    }

    /// What these clusters have of the part, as a part of another's part.
    public ClusterTotals partOverPart(ClusterTotals other) {
        return new ClusterTotals(part, other.joined(part.length).part);
    }

    double partOf(int cluster) {
        return part[cluster];
    }

    double wholeOf(int cluster) {
        return whole[cluster];
    }

    /// How many clusters have any of the part.
    int contributing() {
        int count = 0;
        for (double one : part) {
            count += one > 0 ? 1 : 0;
        }
        return count;
    }

    /// The 95 % interval of the ratio on the log scale: its linearised variance ([SessionSums])
    /// over its square, and Student's t by the clusters that have any of the part, as a few of them
    /// do not tell their own spread.
    ///
    /// Example: sixteen clusters of whole 1, the first four with part 1, the others with none, have
    /// the ratio 0.25. Its variance is 16/15 · (4 · 0.75² + 12 · 0.25²) / 16² = 0.0125, its error
    /// relative to it 0.447; with t = 3.18 the interval goes from 0.06 to 1.04.
    ///
    /// @return from 0 to 0 where there is nothing of the part; without an end where only one
    ///   cluster has any
    public Interval logInterval() {
        if (partSum == 0) {
            return new Interval(0, 0);
        }
        return around(ratio(), Math.sqrt(sums().variance()) / ratio(), contributing());
    }

    static Interval around(double value, double logError, int contributing) {
        if (contributing < 2) {
            return new Interval(0, Double.POSITIVE_INFINITY);
        }
        double half = Normal.student975(contributing - 1L) * logError;
        return new Interval(value * Math.exp(-half), value * Math.exp(half));
    }

    /// How many independent views of equal weight would give a share of this variance, if the ratio
    /// is a share.
    ///
    /// @param views effective ones there are
    double trials(double views) {
        return sums().trials(ratio(), views);
    }

    /// The quantile of a distribution whose values lie in these clusters, with the interval of
    /// Woodruff, as [FieldIntervals#quantile] has it by linearised sessions; the part of a cluster
    /// is what it has at or below the quantile.
    ///
    /// @param q above 0 and below 1
    public FieldQuantile quantile(Distribution distribution, double q) {
        double effective = distribution.effectiveCount();
        int needs = SmallestSample.forQuantile(q);
        if (effective < needs) {
            return new FieldQuantile.TooFew(needs, (int) effective);
        }
        double value = distribution.quantile(q);
        double half = Normal.Z_975 * Math.sqrt(q * (1 - q) / trials(effective));
        int low = distribution.smallestReaching(Math.max(0, q - half));
        int high = distribution.smallestReaching(Math.min(1, q + half));
        return new FieldQuantile.Known(
                new Estimate(
                        value,
                        new Interval(Math.min(low, value), Math.max(high, value)),
                        IntervalMethod.LINEARISED_SESSIONS));
    }

    private SessionSums sums() {
        int used = 0;
        double squared = 0;
        double product = 0;
        double wholeSquared = 0;
        for (int i = 0; i < part.length; i++) {
            used += whole[i] > 0 ? 1 : 0;
            squared += part[i] * part[i];
            product += part[i] * whole[i];
            wholeSquared += whole[i] * whole[i];
        }
        return new SessionSums(used, partSum, wholeSum, squared, product, wholeSquared);
    }
}
