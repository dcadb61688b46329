package dev.parallax.statistics;

/// A number drawn from the field, its 95 % interval and how that was found.
public record Estimate(double value, Interval interval, IntervalMethod method) {}
