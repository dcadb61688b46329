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

    /// The one percentile that sources say besides their bins.
    private static final double SAID = 75;

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
        double low = 100 * Math.min(1, surely);
        double high = Math.min(100, low + 100 * (perhaps + missing()));
        return bySourcesPercentile(new Interval(low, high), value);
    }

    /// A value under the 75th percentile that the source says is not above it, and the other way
    /// round; where the source contradicts its own bins they are believed.
    private Interval bySourcesPercentile(Interval bounds, double value) {
        if (distribution.p75().isEmpty()) {
            return bounds;
        }
        double p75 = distribution.p75().getAsDouble();
        if (value < p75 && bounds.low() <= SAID) {
            return new Interval(bounds.low(), Math.min(bounds.high(), SAID));
        }
        return value > p75 && bounds.high() >= SAID
                ? new Interval(Math.max(bounds.low(), SAID), bounds.high())
                : bounds;
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
