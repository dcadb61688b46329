package dev.parallax.statistics;

import java.util.Arrays;

/// Sums over sessions for the linearised variance of a share, the ratio Σt / Σm, where t is what a
/// session has below a value and m all it has: with p the ratio and k sessions the variance is k /
/// (k − 1) · Σ (t − p·m)² / (Σm)² (Cochran 1977, *Sampling Techniques*, 3rd ed., §6.4 and §9A.2;
/// Woodruff 1971, *A simple method for approximating the variance of a complicated estimate*, JASA
/// 66, 411–414). Multiplied out, one pass is enough.
///
/// Assumes that sessions are independent of one another. It misleads with very few sessions, where
/// Student's t in the place of the normal helps but does not heal.
///
/// @param sessions k
/// @param scored Σt
/// @param whole Σm
/// @param scoredSquared Σt²
/// @param scoredTimesWhole Σt·m
/// @param wholeSquared Σm²
record SessionSums(
        int sessions,
        double scored,
        double whole,
        double scoredSquared,
        double scoredTimesWhole,
        double wholeSquared) {

    /// The sums for each of some values. What lies at a value counts with `scoreOfTies`.
    ///
    /// Rows of a session come in ascending order, so what it has below grows from row to row; the
    /// growth of t, t² and t·m is noted at the first of `ascending` that is above the row's value,
    /// and cumulated in the end.
    static SessionSums[] below(ClusteredSample sample, double[] ascending, double scoreOfTies) {
        BelowTable table = sample.below().orElse(null);
        if (table != null && Arrays.stream(ascending).allMatch(table::knows)) {
            return Arrays.stream(ascending)
                    .mapToObj(x -> table.below(x, scoreOfTies))
                    .toArray(SessionSums[]::new);
        }
        return passed(sample, ascending, scoreOfTies);
    }

    /// As [#below], in one pass over the sample.
    static SessionSums[] passed(ClusteredSample sample, double[] ascending, double scoreOfTies) {
        int points = ascending.length;
        var places = new Places(ascending, sample.size());
        var grown = new Growth(points + 1);
        var tied = new Growth(points);
        double allWhole = 0;
        double allSquared = 0;
        for (int session = 0; session < sample.sessions(); session++) {
            int start = sample.sessionStart(session);
            int end = sample.sessionStart(session + 1);
            double whole = 0;
            for (int row = start; row < end; row++) {
                whole += sample.weight(row);
            }
            allWhole += whole;
            allSquared += whole * whole;
            double below = 0;
            for (int row = start; row < end; ) {
                int value = sample.value(row);
                double weight = 0;
                for (; row < end && sample.value(row) == value; row++) {
                    weight += sample.weight(row);
                }
                int point = places.firstAtOrAbove(value);
                for (; point < points && ascending[point] == value; point++) {
                    tied.add(point, below, scoreOfTies * weight, whole);
                }
                grown.add(point, below, weight, whole);
                below += weight;
            }
        }
        grown.cumulate();
        var sums = new SessionSums[points];
        for (int point = 0; point < points; point++) {
            sums[point] =
                    new SessionSums(
                            sample.sessions(),
                            grown.scored[point] + tied.scored[point],
                            allWhole,
                            grown.squared[point] + tied.squared[point],
                            grown.timesWhole[point] + tied.timesWhole[point],
                            allSquared);
        }
        return sums;
    }

    /// The sums for what lies above `from` and at or below `to`.
    static SessionSums within(ClusteredSample sample, double from, double to) {
        return sample.isWeighted()
                ? weighedWithin(sample, from, to)
                : CountsWithin.of(sample, from, to);
    }

    private static SessionSums weighedWithin(ClusteredSample sample, double from, double to) {
        double scored = 0;
        double whole = 0;
        double scoredSquared = 0;
        double scoredTimesWhole = 0;
        double wholeSquared = 0;
        for (int session = 0; session < sample.sessions(); session++) {
            double ofSession = 0;
            double inside = 0;
            int end = sample.sessionStart(session + 1);
            for (int row = sample.sessionStart(session); row < end; row++) {
                double weight = sample.weight(row);
                int value = sample.value(row);
                ofSession += weight;
                inside += value > from && value <= to ? weight : 0;
            }
            scored += inside;
            whole += ofSession;
            scoredSquared += inside * inside;
            scoredTimesWhole += inside * ofSession;
            wholeSquared += ofSession * ofSession;
        }
        return new SessionSums(
                sample.sessions(), scored, whole, scoredSquared, scoredTimesWhole, wholeSquared);
    }

    double variance() {
        double share = scored / whole;
        double residuals =
                scoredSquared - 2 * share * scoredTimesWhole + share * share * wholeSquared;
        return Math.max(0, residuals) * sessions / ((sessions - 1) * whole * whole);
    }

    /// How many independent views of equal weight would give a share of this variance, lowered by
    /// (z / t)² since the variance itself is estimated from the sessions (Korn & Graubard 1998,
    /// *Confidence intervals for proportions with small expected number of positive counts*, Survey
    /// Methodology 24, 193–201). Never more than `views`; where nothing or all lies below, one a
    /// session.
    ///
    /// @param share the share, without the rounding of the sums
    double trials(double share, double views) {
        if (share == 0 || share == 1) {
            return Math.min((double) sessions, views);
        }
        double ofNormal = Normal.Z_975 / Normal.student975(sessions - 1);
        return Math.min(share * (1 - share) / variance(), views) * ofNormal * ofNormal;
    }

    /// Finds the first of some ascending points at or above a value: looked up where that is quick,
    /// searched for elsewhere.
    private static final class Places {
        private static final int LOOKED_UP = 1 << 17;

        private final double[] ascending;
        private final byte[] table;

        Places(double[] ascending, int searches) {
            this.ascending = ascending;
            boolean isWorthwhile = searches > LOOKED_UP && ascending.length <= Byte.MAX_VALUE;
            table = new byte[isWorthwhile ? LOOKED_UP : 0];
            int point = 0;
            for (int value = 0; value < table.length; value++) {
                while (point < ascending.length && ascending[point] < value) {
                    point++;
                }
                table[value] = (byte) point;
            }
        }

        int firstAtOrAbove(int value) {
            return value < table.length ? table[value] : searched(value);
        }

        private int searched(int value) {
            int low = 0;
            int high = ascending.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (ascending[middle] < value) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    /// By how much t, t² and t·m grow at each of some points when t grows by a part.
    private static final class Growth {

        private final double[] scored;
        private final double[] squared;
        private final double[] timesWhole;

        Growth(int points) {
            scored = new double[points];
            squared = new double[points];
            timesWhole = new double[points];
        }

        void add(int point, double before, double part, double whole) {
            scored[point] += part;
            squared[point] += part * (2 * before + part);
            timesWhole[point] += part * whole;
        }

        void cumulate() {
            for (int point = 1; point < scored.length; point++) {
                scored[point] += scored[point - 1];
                squared[point] += squared[point - 1];
                timesWhole[point] += timesWhole[point - 1];
            }
        }
    }
}
