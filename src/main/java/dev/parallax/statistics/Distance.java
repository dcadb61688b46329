package dev.parallax.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/// How far the runs of the lab and the field, or two parts of the field, are apart as wholes,
/// exactly, not binned.
///
/// @param wasserstein the area between the two distribution functions, in the unit of the values:
///   what an average user would have to be moved to turn one distribution into the other (Vallender
///   1974, *Calculation of the Wasserstein distance between probability distributions on the line*,
///   Theory of Probability & Its Applications 18, 784–786)
/// @param overSpread the same in interquartile ranges of the field; infinite where that is 0 and
///   they differ
/// @param kolmogorovSmirnov the largest vertical distance between the two functions, 0 to 1. A
///   distance, not a test: with many page views any difference is significant
/// @param at the smallest value at which it occurs
public record Distance(double wasserstein, double overSpread, double kolmogorovSmirnov, double at) {

    /// The distance of some runs from the field.
    ///
    /// @param runs at least one, in the unit of the field's values
    /// @throws IllegalArgumentException when there is no run, or one is NaN
    /// @throws IllegalStateException when the field is empty
    public static Distance of(double[] runs, Distribution field) {
        return of(Steps.of(Quantiles.sorted(runs)), field);
    }

    /// The distance of one part of the field from another; both may be weighted.
    ///
    /// @param base in whose interquartile range the distance is told as well
    /// @throws IllegalStateException when one of them is empty
    public static Distance of(Distribution other, Distribution base) {
        other.refuseEmpty();
        return of(Steps.of(other), base);
    }

    private static Distance of(Steps steps, Distribution field) {
        field.refuseEmpty();
        var between = new Between(steps, field.totalMass());
        field.forEach(between::field);
        between.stepsUpTo(Double.POSITIVE_INFINITY);
        double range = field.quantile(0.75) - field.quantile(0.25);
        return new Distance(
                between.area,
                between.area == 0 ? 0 : between.area / range,
                between.largest,
                between.largestAt);
    }

    /// A distribution function as the steps it rises by.
    ///
    /// @param values ascending
    /// @param shares the function at each value, up to 1
    @SuppressWarnings("ArrayRecordComponent") // walked along once, compared by nobody
    private record Steps(double[] values, double[] shares) {

        /// Of sorted runs: several equal ones are several steps at one place.
        static Steps of(double[] runs) {
            double[] shares = new double[runs.length];
            Arrays.setAll(shares, i -> (double) (i + 1) / runs.length);
            return new Steps(runs, shares);
        }

        static Steps of(Distribution distribution) {
            var values = DoubleStream.builder();
            var shares = DoubleStream.builder();
            double whole = distribution.totalMass();
            long[] passed = {0};
            distribution.forEach((value, mass) -> {
                passed[0] += mass;
                values.add(value);
                shares.add(passed[0] / whole);
            });
            return new Steps(values.build().toArray(), shares.build().toArray());
        }
    }

    /// Walks along both distribution functions at once, from step to step.
    private static final class Between {
        private final Steps steps;
        private final double wholeMass;
        private int stepsPassed;
        private long massPassed;
        private double at = Double.NEGATIVE_INFINITY;
        private double area;
        private double largest;
        private double largestAt;

        Between(Steps steps, double wholeMass) {
            this.steps = steps;
            this.wholeMass = wholeMass;
        }

        void field(int value, long mass) {
            stepsUpTo(value);
            moveTo(value);
            passStepsAt(value);
            massPassed += mass;
            compare();
        }

        /// Passes the steps below a value.
        void stepsUpTo(double value) {
            while (stepsPassed < steps.values.length && steps.values[stepsPassed] < value) {
                moveTo(steps.values[stepsPassed]);
                passStepsAt(at);
                compare();
            }
        }

        private void passStepsAt(double value) {
            while (stepsPassed < steps.values.length && steps.values[stepsPassed] == value) {
                stepsPassed++;
            }
        }

        private void moveTo(double value) {
            double gap = gap();
            if (gap > 0) {
                area += gap * (value - at);
            }
            at = value;
        }

        private void compare() {
            double gap = gap();
            if (gap > largest) {
                largest = gap;
                largestAt = at;
            }
        }

        private double gap() {
            double ofSteps = stepsPassed == 0 ? 0 : steps.shares[stepsPassed - 1];
            return Math.abs(ofSteps - massPassed / wholeMass);
        }
    }
}
