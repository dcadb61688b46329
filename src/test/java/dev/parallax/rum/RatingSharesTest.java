package dev.parallax.rum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.parallax.metric.Thresholds;
import dev.parallax.rum.Aggregate.Bin;
import dev.parallax.rum.Aggregate.Binned;
import dev.parallax.rum.RatingShares.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RatingSharesTest {
    private static final Thresholds LIMITS = new Thresholds(2500, 4000);

    private static RatingShares shares(Bin... bins) {
        return RatingShares.of(new Binned(List.of(bins), OptionalDouble.empty()), LIMITS)
                .orElseThrow();
    }

    private static Bin bin(double start, double end, double share) {
        return new Bin(start, OptionalDouble.of(end), share);
    }

    private static Bin open(double start, double share) {
        return new Bin(start, OptionalDouble.empty(), share);
    }

    private static void check(Bounds found, double low, double high) {
        assertThat(found.low()).isEqualTo(low, offset(1e-12));
        assertThat(found.high()).isEqualTo(high, offset(1e-12));
    }

    @Test
    void areExactWhereBinsEndAtTheLimits() {
        RatingShares shares = shares(bin(0, 2500, 0.7), bin(2500, 4000, 0.2), open(4000, 0.1));

        assertThat(shares)
                .isEqualTo(
                        new RatingShares(
                                new Bounds(0.7, 0.7), new Bounds(0.2, 0.2), new Bounds(0.1, 0.1)));
        assertThat(shares.good().isExact()).isTrue();
    }

    @Test
    void areBoundsWhereABinHoldsALimit() {
        RatingShares shares =
                shares(
                        bin(0, 2000, 0.6),
                        bin(2000, 3000, 0.2),
                        bin(3000, 4000, 0.1),
                        open(4000, 0.1));

        check(shares.good(), 0.6, 0.8);
        check(shares.needsImprovement(), 0.1, 0.3);
        check(shares.poor(), 0.1, 0.1);
    }

    @Test
    void anOpenBinMayBeAnything() {
        RatingShares shares = shares(bin(0, 1000, 0.5), open(1000, 0.5));

        check(shares.good(), 0.5, 1);
        check(shares.needsImprovement(), 0, 0.5);
        check(shares.poor(), 0, 0.5);
    }

    @Test
    void whatIsMissingMayBeAnything() {
        RatingShares shares = shares(bin(0, 2500, 0.6), bin(2500, 4000, 0.2));

        check(shares.good(), 0.6, 0.8);
        check(shares.needsImprovement(), 0.2, 0.4);
        check(shares.poor(), 0, 0.2);
    }

    @Test
    void thereAreNoneWithoutBins() {
        assertThat(RatingShares.of(new Binned(List.of(), OptionalDouble.of(2000)), LIMITS))
                .isEmpty();
    }

    /// Values are drawn, put into random bins, and their true shares have to be within the bounds.
    @Test
    void theTruthIsAlwaysWithin() {
        var random = new Random(20261127);
        for (int round = 0; round < 2_000; round++) {
            double[] values = random.doubles(50, 0, 8000).toArray();
            var bins = new ArrayList<Bin>();
            double start = 0;
            while (start < 8000) {
                double end = random.nextInt(5) == 0 ? 2500 : start + 1 + random.nextInt(3000);
                if (end <= start) {
                    continue;
                }
                bins.add(bin(start, end, share(values, start, end)));
                start = end;
            }

            RatingShares shares = shares(bins.toArray(Bin[]::new));

            within(shares.good(), share(values, 0, 2500));
            within(shares.needsImprovement(), share(values, 2500, 4000));
            within(shares.poor(), share(values, 4000, 1e9));
        }
    }

    private static double share(double[] values, double from, double to) {
        int count = 0;
        for (double value : values) {
            count += value >= from && value < to ? 1 : 0;
        }
        return (double) count / values.length;
    }

    private static void within(Bounds bounds, double truth) {
        assertThat(truth).isBetween(bounds.low() - 1e-9, bounds.high() + 1e-9);
    }
}
