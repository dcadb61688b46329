package dev.parallax.rum;

import dev.parallax.metric.Thresholds;
import dev.parallax.rum.Aggregate.Bin;
import dev.parallax.rum.Aggregate.Binned;
import java.util.Optional;

/// How many page views of a distribution in bins are good, in need of improvement and poor: exact
/// where a bin ends at the limit, otherwise as bounds. Nothing is interpolated within a bin.
///
/// A value that is a limit itself counts as the worse class here and as the better one everywhere
/// else: the bin that begins at the limit holds it.
///
/// With limits 2,500 and 4,000, the bins 0–2,000: 0.6, 2,000–3,000: 0.2, 3,000–4,000: 0.1, from
/// 4,000: 0.1 give good 0.6 to 0.8, needs improvement 0.1 to 0.3, poor 0.1.
public record RatingShares(Bounds good, Bounds needsImprovement, Bounds poor) {
    /// Shares of many bins, each rounded to four digits, may lack so much.
    private static final double ROUNDING = 0.005;

    /// A share that is known to lie between two.
    ///
    /// @param low 0 to 1, and high not below it
    public record Bounds(double low, double high) {
        public boolean isExact() {
            return low == high;
        }
    }

    /// The shares; empty if the distribution has no bins.
    public static Optional<RatingShares> of(Binned distribution, Thresholds limits) {
        if (distribution.bins().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new RatingShares(
                        within(distribution, 0, limits.good()),
                        within(distribution, limits.good(), limits.poor()),
                        within(distribution, limits.poor(), Double.POSITIVE_INFINITY)));
    }

    private static Bounds within(Binned distribution, double from, double to) {
        double surely = 0;
        double perhaps = 0;
        double total = 0;
        for (Bin bin : distribution.bins()) {
            double end = bin.end().orElse(Double.POSITIVE_INFINITY);
            total += bin.share();
            if (bin.start() >= from && end <= to) {
                surely += bin.share();
            } else if (bin.start() < to && end > from) {
                perhaps += bin.share();
            }
        }
        double missing = total < 1 - ROUNDING ? 1 - total : 0;
        double low = Math.min(1, surely);
        return new Bounds(low, Math.min(1, low + perhaps + missing));
    }
}
