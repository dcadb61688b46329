package dev.parallax.statistics;

import java.util.SplittableRandom;

/// Draws the errors of several quantiles of one field together, as order statistics err: a walk
/// from 0 to 1 less what its end is off by (David & Nagaraja 2003, *Order Statistics*, 3rd ed.,
/// §10.2), each scaled to its own standard error.
final class BrownianBridge {
    private final double[] shares;
    private final double[] errors;

    /// @param shares which quantiles, ascending, above 0 and below 1
    /// @param errors the standard error of each, in the unit of the values
    BrownianBridge(double[] shares, double[] errors) {
        this.shares = shares;
        this.errors = errors;
    }

    double[] draw(SplittableRandom random) {
        double[] walk = new double[shares.length];
        double at = 0;
        double reached = 0;
        for (int i = 0; i < walk.length; i++) {
            reached += random.nextGaussian() * Math.sqrt(shares[i] - at);
            walk[i] = reached;
            at = shares[i];
        }
        double end = reached + random.nextGaussian() * Math.sqrt(1 - at);
        for (int i = 0; i < walk.length; i++) {
            double q = shares[i];
            walk[i] = (walk[i] - q * end) / Math.sqrt(q * (1 - q)) * errors[i];
        }
        return walk;
    }
}
