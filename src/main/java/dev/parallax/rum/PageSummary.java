package dev.parallax.rum;

import dev.parallax.metric.PageTemplate;
import java.util.OptionalDouble;

/// One page of the site in a segment.
///
/// @param views rows
/// @param weight the page views they stand for
/// @param measured rows that have the metric asked for
/// @param p75 the metric's 75th percentile in its unit, type 7, weighted where the rows are; empty
///   if no row has the metric
public record PageSummary(
        PageTemplate page, long views, double weight, long measured, OptionalDouble p75) {}
