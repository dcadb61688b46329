package dev.parallax.rum;

import java.time.Instant;
import java.util.OptionalDouble;

/// One stretch of a time series. Percentiles are in the metric's unit, weighted where the rows are,
/// and empty where there are fewer (effective) values than an interval for them needs.
///
/// @param from the first instant of the stretch
/// @param to the first instant after it
/// @param views rows, with the metric or without; 0 is a gap
/// @param weight the page views they stand for
/// @param measured rows that have the metric
public record TimeBand(
        Instant from,
        Instant to,
        long views,
        double weight,
        long measured,
        OptionalDouble p25,
        OptionalDouble p50,
        OptionalDouble p75,
        OptionalDouble p95) {}
