package dev.parallax.ui.chart;

/// Where the lab's median stands among the users.
///
/// @param share of the users that are faster, 0 to 1
/// @param low lower end of its interval
/// @param high upper end of its interval
public record Placed(double share, double low, double high) {}
