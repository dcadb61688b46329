package dev.parallax.compare;

import dev.parallax.rum.Aggregate.Bin;
import dev.parallax.rum.Aggregate.Binned;
import dev.parallax.statistics.Interval;
import java.util.Optional;

/// What bins say for sure: shares and percentiles as bounds. Nothing is interpolated within a bin,
/// and shares that the source left out may lie anywhere.
record BinnedBounds(Binned distribution) {
    /// Shares of many bins, each rounded to four digits, may lack so much.
    private static final double ROUNDING = 0.005;

    /// Between which shares the one below a value lies, 0 to 100.
    Interval placement(double value) {
        double surely = 0;
        double perhaps = 0;
        for (Bin bin : distribution.bins()) {
            double end = bin.end().orElse(Double.POSITIVE_INFINITY);
            if (end <= value) {
                surely += bin.share();
            } else if (bin.start() <= value) {
                perhaps += bin.share();
            }
        }
        double low = Math.min(1, surely);
        return new Interval(100 * low, 100 * Math.min(1, low + perhaps + missing()));
    }

    /// The interval in which a percentile lies, its end open where the bin's is; empty if the
    /// shares that are left out could hold it.
    Optional<Interval> percentile(int percentile) {
        double share = percentile / 100.0;
        double before = 0;
        for (Bin bin : distribution.bins()) {
            double after = before + bin.share();
            // no rounding of a sum of four-digit shares may move an edge
            if (after >= share - 1e-9 && before + missing() < share) {
                return Optional.of(
                        new Interval(bin.start(), bin.end().orElse(Double.POSITIVE_INFINITY)));
            }
            before = after;
        }
        return Optional.empty();
    }

    private double missing() {
        double total = distribution.bins().stream().mapToDouble(Bin::share).sum();
        return total < 1 - ROUNDING ? 1 - total : 0;
    }
}
