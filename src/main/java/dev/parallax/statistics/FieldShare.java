package dev.parallax.statistics;

/// A share of the field, and of how many independent, equally weighted views it is worth.
///
/// @param share from 0 to 1
/// @param trials n* such that the variance of the share is share · (1 − share) / n*
record FieldShare(double share, double trials, IntervalMethod method) {

    /// The share of the field at or below `x`.
    static FieldShare atMost(ClusteredSample sample, double x) {
        return atMostEach(sample, x)[0];
    }

    /// The share of the field at or below each of `ascending`.
    static FieldShare[] atMostEach(ClusteredSample sample, double... ascending) {
        return estimates(sample, ascending, 1);
    }

    /// The share of the field above `from` and at or below `to`.
    static FieldShare within(ClusteredSample sample, double from, double to) {
        Distribution distribution = sample.distribution();
        double share = distribution.shareBelow(to, 1) - distribution.shareBelow(from, 1);
        double views = distribution.effectiveCount();
        return sample.sessions() >= 2
                ? new FieldShare(
                        share,
                        SessionSums.within(sample, from, to).trials(share, views),
                        IntervalMethod.LINEARISED_SESSIONS)
                : new FieldShare(share, views, IntervalMethod.BINOMIAL);
    }

    /// The share of the field below each of `ascending`, plus half of what lies at it.
    static FieldShare[] placesOf(ClusteredSample sample, double... ascending) {
        return estimates(sample, ascending, 0.5);
    }

    /// The 95 % score interval of Wilson 1927 (*Probable inference, the law of succession, and
    /// statistical inference*, JASA 22, 209–212) with the trials in the place of n; Franco et al.
    /// 2019 (*Comparative study of confidence intervals for proportions in complex sample surveys*,
    /// J. Survey Statistics and Methodology 7, 334–364) recommend it so. Never empty and never
    /// beyond 0 or 1. Example: 0 of 50 independent views gives 0 to 7.1 %.
    Interval wilson() {
        double z = Normal.Z_975;
        double shrink = 1 + z * z / trials;
        double centre = (share + z * z / (2 * trials)) / shrink;
        double half =
                z
                        * Math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials))
                        / shrink;
        return new Interval(share == 0 ? 0 : centre - half, share == 1 ? 1 : centre + half);
    }

    /// How sure one may be that the true share is at most `candidate`: Φ of its distance from this
    /// share in standard errors at the candidate, the test that [#wilson] inverts.
    double confidenceAtMost(double candidate) {
        double error = Math.sqrt(candidate * (1 - candidate) / trials);
        return Normal.cumulative((candidate - share) / error);
    }

    private static FieldShare[] estimates(
            ClusteredSample sample, double[] ascending, double scoreOfTies) {
        Distribution distribution = sample.distribution();
        double views = distribution.effectiveCount();
        boolean bySessions = sample.sessions() >= 2;
        SessionSums[] sums =
                bySessions ? SessionSums.below(sample, ascending, scoreOfTies) : new SessionSums[0];
        var shares = new FieldShare[ascending.length];
        for (int i = 0; i < shares.length; i++) {
            double share = distribution.shareBelow(ascending[i], scoreOfTies);
            shares[i] =
                    bySessions
                            ? new FieldShare(
                                    share,
                                    sums[i].trials(share, views),
                                    IntervalMethod.LINEARISED_SESSIONS)
                            : new FieldShare(share, views, IntervalMethod.BINOMIAL);
        }
        return shares;
    }
}
