package dev.parallax.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// How often each kind of interval holds the truth in simulated fields and labs of which it is
/// known: 200 sessions of 1 to 8 views a field, log-normal values.
final class SimulatedIntervals {
    private static final int SESSIONS = 200;
    private static final double[] CORRELATIONS = {0, 0.25, 0.5};
    private static final int[] RUNS = {6, 12, 20};
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final int rounds;
    private final List<Coverage> found = new ArrayList<>();

    private SimulatedIntervals(int rounds) {
        this.rounds = rounds;
    }

    /// One kind of interval in one case.
    ///
    /// @param covered how often it held the truth, 0 to 1
    record Coverage(String interval, String given, double covered) {
        @Override
        public String toString() {
            return "%-34s %-38s %5.1f %%".formatted(interval, given, 100 * covered);
        }
    }

    /// Intervals of one part of the field, and of the difference of two.
    static List<Coverage> ofUsers(int rounds) {
        var intervals = new SimulatedIntervals(rounds);
        for (double correlation : CORRELATIONS) {
            intervals.quantiles(correlation);
            intervals.shares(correlation);
            intervals.differences(correlation);
        }
        return List.copyOf(intervals.found);
    }

    /// Intervals that join runs and users.
    static List<Coverage> ofRunsAmongUsers(int rounds) {
        var intervals = new SimulatedIntervals(rounds);
        for (double correlation : CORRELATIONS) {
            for (int runs : RUNS) {
                intervals.ratios(runs, correlation);
                intervals.shift(runs, correlation);
                intervals.placement(runs, correlation);
            }
        }
        return List.copyOf(intervals.found);
    }

    /// Intervals of runs, and of the difference of two sets of them.
    static List<Coverage> ofRuns(int rounds) {
        var intervals = new SimulatedIntervals(rounds);
        for (int runs : RUNS) {
            intervals.hodgesLehmann(runs);
            intervals.median(runs);
            intervals.noise(runs);
        }
        return List.copyOf(intervals.found);
    }

    private void quantiles(double correlation) {
        double[] shares = {0.5, 0.75, 0.9};
        var held = new Held(shares.length);
        var field = new SimulatedField(new SplittableRandom(61), SESSIONS, correlation);
        for (int round = 0; round < rounds; round++) {
            List<FieldQuantile> quantiles = FieldIntervals.quantiles(field.draw(), shares);
            for (int i = 0; i < shares.length; i++) {
                held.note(i, interval(quantiles.get(i)), valueOf(shares[i]));
            }
        }
        for (int i = 0; i < shares.length; i++) {
            add("p%.0f of users".formatted(100 * shares[i]), given(correlation), held.share(i));
        }
    }

    private void shares(double correlation) {
        double[] limits = {25_000, 40_000};
        var held = new Held(3);
        var field = new SimulatedField(new SplittableRandom(62), SESSIONS, correlation);
        for (int round = 0; round < rounds; round++) {
            ClusteredSample sample = field.draw();
            for (int i = 0; i < limits.length; i++) {
                held.note(
                        i,
                        FieldIntervals.shareOver(sample, limits[i]).interval(),
                        1 - SimulatedField.shareBelow(limits[i]));
            }
            held.note(
                    2,
                    FieldIntervals.shareWithin(sample, limits[0], limits[1]).interval(),
                    SimulatedField.shareBelow(limits[1]) - SimulatedField.shareBelow(limits[0]));
        }
        add("share over the median", given(correlation), held.share(0));
        add("share over 1.6 medians", given(correlation), held.share(1));
        add("share between both", given(correlation), held.share(2));
    }

    private void differences(double correlation) {
        double[] shares = {0.5, 0.75, 0.9};
        double factor = 1.15;
        double limit = 40_000;
        var random = new SplittableRandom(63);
        var one = new SimulatedField(random, SESSIONS, correlation);
        var other = new SimulatedField(random, SESSIONS, correlation, factor);
        var held = new Held(5);
        for (int round = 0; round < rounds; round++) {
            ClusteredSample first = one.draw();
            ClusteredSample second = other.draw();
            List<FieldQuantile> ofFirst = FieldIntervals.quantiles(first, shares);
            List<FieldQuantile> ofSecond = FieldIntervals.quantiles(second, shares);
            for (int i = 0; i < shares.length; i++) {
                held.note(
                        i,
                        FieldDifference.of(estimate(ofFirst.get(i)), estimate(ofSecond.get(i)))
                                .interval(),
                        (factor - 1) * valueOf(shares[i]));
            }
            held.note(
                    3,
                    FieldDifference.of(
                                    FieldIntervals.shareOver(first, limit),
                                    FieldIntervals.shareOver(second, limit))
                            .interval(),
                    SimulatedField.shareBelow(limit) - SimulatedField.shareBelow(limit / factor));
            held.note(
                    4,
                    FieldDifference.deciles(first, second).stream()
                            .allMatch(decile ->
                                    holds(
                                            decile,
                                            (factor - 1) * valueOf(decile.percentile() / 100.0))));
        }
        for (int i = 0; i < shares.length; i++) {
            add(
                    "difference of p%.0f".formatted(100 * shares[i]),
                    given(correlation),
                    held.share(i));
        }
        add("difference of a share", given(correlation), held.share(3));
        add("differences of all deciles at once", given(correlation), held.share(4));
    }

    private void ratios(int runs, double correlation) {
        var random = new SplittableRandom(64);
        var field = new SimulatedField(random, SESSIONS, correlation);
        var held = new Held(2);
        double[] shares = {0.5, 0.75};
        for (int round = 0; round < rounds; round++) {
            double[] lab = lab(random, runs, -0.4, 0.3);
            List<FieldQuantile> quantiles = FieldIntervals.quantiles(field.draw(), shares);
            for (int i = 0; i < shares.length; i++) {
                held.note(
                        i,
                        Ratio.of(lab, estimate(quantiles.get(i))).orElseThrow().interval(),
                        SimulatedField.valueAt(-0.4) / valueOf(shares[i]));
            }
        }
        add("lab over p50", given(runs, correlation), held.share(0));
        add("lab over p75", given(runs, correlation), held.share(1));
    }

    private void shift(int runs, double correlation) {
        var random = new SplittableRandom(65);
        var field = new SimulatedField(random, SESSIONS, correlation);
        add(
                "shift bands at once",
                given(runs, correlation),
                shareOf(() -> {
                    double[] lab = lab(random, runs, 0, 0.3);
                    return ShiftFunction.of(lab, field.draw()).stream()
                            .allMatch(decile -> {
                                double q = decile.percentile() / 100.0;
                                double ofLab = SimulatedField.valueAt(0.3 * normal(q));
                                return holds(decile, ofLab - valueOf(q));
                            });
                }));
    }

    private void placement(int runs, double correlation) {
        for (double labSpread : new double[] {0.1, 0.5}) {
            for (double truth : new double[] {-1.2, 0}) {
                var random = new SplittableRandom(66);
                var field = new SimulatedField(random, SESSIONS, correlation);
                double place = 100 * SimulatedField.shareBelow(SimulatedField.valueAt(truth));
                add(
                        "placement at P%.0f".formatted(place),
                        given(runs, correlation) + ", spread " + labSpread,
                        shareOf(() ->
                                holds(
                                        Placement.of(
                                                        lab(random, runs, truth, labSpread),
                                                        field.draw())
                                                .interval(),
                                        place)));
            }
        }
    }

    private void hodgesLehmann(int runs) {
        var random = new SplittableRandom(67);
        add(
                "shift of runs",
                runs + " and " + runs + " runs",
                shareOf(() -> {
                    double[] before = lab(random, runs, 0, 0.3);
                    double[] after =
                            Arrays.stream(lab(random, runs, 0, 0.3))
                                    .map(value -> value + 2_000)
                                    .toArray();
                    return holds(HodgesLehmann.of(before, after).interval(), 2_000);
                }));
        add(
                "shift of runs",
                runs + " and " + 2 * runs + " runs, whole ms",
                shareOf(() -> {
                    double[] before = rounded(lab(random, runs, 0, 0.05));
                    double[] after =
                            Arrays.stream(rounded(lab(random, 2 * runs, 0, 0.05)))
                                    .map(value -> value - 500)
                                    .toArray();
                    return holds(HodgesLehmann.of(before, after).interval(), -500);
                }));
    }

    private void median(int runs) {
        var random = new SplittableRandom(68);
        var held = new Held(2);
        for (int round = 0; round < rounds; round++) {
            double[] lab = lab(random, runs, 0, 0.3);
            double truth = SimulatedField.valueAt(0);
            held.note(0, OrderStatistics.interval(lab, 0.5).orElseThrow(), truth);
            held.note(1, OrderStatistics.median(lab).orElseThrow(), truth);
        }
        add("median of runs, order statistics", runs + " runs", held.share(0));
        add("median of runs, interpolated", runs + " runs", held.share(1));
    }

    /// How often a shift of runs between which nothing has changed stays below the floor.
    private void noise(int runs) {
        var random = new SplittableRandom(69);
        add(
                "noise floor from 20 runs",
                runs + " and " + runs + " runs",
                shareOf(() -> {
                    NoiseFloor floor = NoiseFloor.of(lab(random, 20, 0, 0.2)).orElseThrow();
                    double shift =
                            HodgesLehmann.shift(
                                    lab(random, runs, 0, 0.2), lab(random, runs, 0, 0.2));
                    return Math.abs(shift) <= floor.between(runs, runs);
                }));
    }

    /// Runs whose median and spread are so many standard deviations of users from the users'
    /// median.
    private static double[] lab(RandomGenerator random, int runs, double median, double spread) {
        double[] lab = new double[runs];
        Arrays.setAll(lab, _ -> SimulatedField.valueAt(median + spread * random.nextGaussian()));
        return lab;
    }

    private static double[] rounded(double[] tenths) {
        return Arrays.stream(tenths).map(value -> 10 * Math.rint(value / 10)).toArray();
    }

    private static double valueOf(double share) {
        return SimulatedField.valueAt(normal(share));
    }

    private static double normal(double share) {
        return NORMAL.inverseCumulativeProbability(share);
    }

    private static Estimate estimate(FieldQuantile quantile) {
        return switch (quantile) {
            case FieldQuantile.Known(var estimate) -> estimate;
            case FieldQuantile.TooFew few -> throw new AssertionError(few);
        };
    }

    private static Interval interval(FieldQuantile quantile) {
        return estimate(quantile).interval();
    }

    /// A decile that is not told claims nothing.
    private static boolean holds(ShiftFunction.Decile decile, double truth) {
        return switch (decile) {
            case ShiftFunction.Decile.Known known -> holds(known.band(), truth);
            case ShiftFunction.Decile.TooFew _ -> true;
        };
    }

    private static boolean holds(Interval interval, double truth) {
        return interval.low() <= truth && truth <= interval.high();
    }

    private static String given(double correlation) {
        return "correlation " + correlation;
    }

    private static String given(int runs, double correlation) {
        return runs + " runs, correlation " + correlation;
    }

    private double shareOf(BooleanSupplier trial) {
        var held = new Held(1);
        for (int round = 0; round < rounds; round++) {
            held.note(0, trial.getAsBoolean());
        }
        return held.share(0);
    }

    private void add(String interval, String given, double covered) {
        found.add(new Coverage(interval, given, covered));
    }

    /// Counts for several intervals how often they held.
    private final class Held {
        private final int[] held;

        Held(int intervals) {
            held = new int[intervals];
        }

        void note(int which, Interval interval, double truth) {
            note(which, holds(interval, truth));
        }

        void note(int which, boolean isHeld) {
            held[which] += isHeld ? 1 : 0;
        }

        double share(int which) {
            return (double) held[which] / rounds;
        }
    }
}
