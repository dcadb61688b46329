package dev.parallax.statistics;

/// A quantile of the field, or how much is missing before it may be told.
public sealed interface FieldQuantile {

    /// The quantile, in the fixed-point unit of the sample.
    record Known(Estimate estimate) implements FieldQuantile {}

    /// There are not enough views for an interval, so no number is given.
    ///
    /// @param needs the smallest number of equally weighted views
    /// @param has the effective number there is, rounded down
    record TooFew(int needs, int has) implements FieldQuantile {}
}
