package dev.parallax.statistics;

/// How far the runs of the lab and the field are apart as wholes, exactly, not binned.
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
        field.refuseEmpty();
        var between = new Between(Quantiles.sorted(runs), field.totalMass());
        field.forEach(between::field);
        between.runsUpTo(Double.POSITIVE_INFINITY);
        double range = field.quantile(0.75) - field.quantile(0.25);
        return new Distance(
                between.area,
                between.area == 0 ? 0 : between.area / range,
                between.largest,
                between.largestAt);
    }

    /// Walks along both distribution functions at once, from step to step.
    private static final class Between {
        private final double[] runs;
        private final double wholeMass;
        private int runsPassed;
        private long massPassed;
        private double at = Double.NEGATIVE_INFINITY;
        private double area;
        private double largest;
        private double largestAt;

        Between(double[] runs, double wholeMass) {
            this.runs = runs;
            this.wholeMass = wholeMass;
        }

        void field(int value, long mass) {
            runsUpTo(value);
            moveTo(value);
            passRunsAt(value);
            massPassed += mass;
            compare();
        }

        /// Passes the runs below a value.
        void runsUpTo(double value) {
            while (runsPassed < runs.length && runs[runsPassed] < value) {
                moveTo(runs[runsPassed]);
                passRunsAt(at);
                compare();
            }
        }

        private void passRunsAt(double value) {
            while (runsPassed < runs.length && runs[runsPassed] == value) {
                runsPassed++;
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
            return Math.abs((double) runsPassed / runs.length - massPassed / wholeMass);
        }
    }
}
