package dev.parallax.statistics;

import dev.parallax.statistics.ClusteredSample.SessionVisitor;

/// A share of the field, and of how many independent, equally weighted views it is worth.
///
/// @param share from 0 to 1
/// @param trials n* such that the variance of the share is share · (1 − share) / n*
record FieldShare(double share, double trials, IntervalMethod method) {

    /// The share of the field at or below `x`.
    static FieldShare atMost(ClusteredSample sample, double x) {
        return estimate(sample, x, 1);
    }

    /// The share of the field below `x` plus half of what lies at `x`.
    static FieldShare placeOf(ClusteredSample sample, double x) {
        return estimate(sample, x, 0.5);
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

    private static FieldShare estimate(ClusteredSample sample, double x, double scoreOfTies) {
        Distribution distribution = sample.distribution();
        double total = distribution.totalWeight();
        double share =
                (distribution.weightBelow(x) + scoreOfTies * distribution.weightAt(x)) / total;
        double views = distribution.effectiveCount();
        if (sample.sessions() < 2) {
            return new FieldShare(share, views, IntervalMethod.BINOMIAL);
        }
        var sums = new Sums();
        sample.visitSessions(x, scoreOfTies, sums);
        return new FieldShare(share, sums.trials(views), IntervalMethod.LINEARISED_SESSIONS);
    }

    /// Sums over sessions for the linearised variance of the ratio Σt / Σm, where t is what a
    /// session has below the value and m all it has: with p the ratio and k sessions it is k / (k −
    /// 1) · Σ (t − p·m)² / (Σm)² (Cochran 1977, *Sampling Techniques*, 3rd ed., §6.4 and §9A;
    ///    Binder 1983). Multiplied out, one pass is enough.
    ///
    /// Assumes that sessions are independent of one another. It misleads with very few sessions,
    /// where Student's t in the place of the normal helps but does not heal.
    static final class Sums implements SessionVisitor {

        private long sessions;
        private double scored;
        private double weight;
        private double scoredSquared;
        private double scoredTimesWeight;
        private double weightSquared;

        @Override
        public void visit(double scored, double weight) {
            sessions++;
            this.scored += scored;
            this.weight += weight;
            scoredSquared += scored * scored;
            scoredTimesWeight += scored * weight;
            weightSquared += weight * weight;
        }

        double variance() {
            double share = scored / weight;
            double residuals =
                    scoredSquared - 2 * share * scoredTimesWeight + share * share * weightSquared;
            return Math.max(0, residuals) * sessions / ((sessions - 1) * weight * weight);
        }

        /// The trials that this variance is worth, lowered by (z / t)² since the variance itself is
        /// estimated from few sessions (Korn & Graubard 1998, *Confidence intervals for proportions
        /// with small expected number of positive counts*, Survey Methodology 24, 193–201). Never
        /// more than `views`; where nothing or all lies below, one trial a session.
        double trials(double views) {
            if (scored == 0 || scored == weight) {
                return Math.min((double) sessions, views);
            }
            double share = scored / weight;
            double ofNormal = Normal.Z_975 / Normal.student975(sessions - 1);
            return Math.min(share * (1 - share) / variance(), views) * ofNormal * ofNormal;
        }
    }
}
