package dev.parallax.rum;

/// How many page views have one value of a dimension.
///
/// @param value [Segment#UNKNOWN_VALUE] where it is not known
/// @param views rows
/// @param weight the page views they stand for
public record ValueCount(String value, long views, double weight) {}
