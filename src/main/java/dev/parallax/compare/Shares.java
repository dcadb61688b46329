package dev.parallax.compare;

/// How a segment's page views fall into the three classes of a metric; the shares sum to 1.
///
/// @param good share of the weight at or under the good limit, 0 to 1
/// @param needsImprovement share between the limits
/// @param poor share over the poor limit
public record Shares(double good, double needsImprovement, double poor) {}
