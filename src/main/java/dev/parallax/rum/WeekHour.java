package dev.parallax.rum;

import java.time.DayOfWeek;
import java.util.OptionalDouble;

/// One hour of the week, over all weeks.
///
/// @param day of the week in the time zone that was asked for
/// @param hour of the day there, 0 to 23
/// @param views rows, with the metric or without
/// @param weight the page views they stand for
/// @param measured rows that have the metric
/// @param p75 the metric's 75th percentile in its unit, weighted where the rows are; empty where
///   there are fewer (effective) values than an interval for it needs
public record WeekHour(
        DayOfWeek day, int hour, long views, double weight, long measured, OptionalDouble p75) {}
