package dev.parallax.compare;

/// What comparing two parts of the field comes to; the first that applies, in the order below.
/// Judged by the 75th percentile, as Core Web Vitals are: by the size of the difference and its
/// interval, never by a p-value, which with many page views is small for any difference.
public sealed interface FieldPairVerdict {

    /// A side has too few effective page views for an interval of its p75.
    record TooFewViews(double before, double after) implements FieldPairVerdict {}

    /// The interval of the difference holds 0.
    record NoClearDifference() implements FieldPairVerdict {}

    /// The sides differ, but by less than counts.
    record TooSmall() implements FieldPairVerdict {}

    /// The second side's users have it better.
    record Better() implements FieldPairVerdict {}

    /// The second side's users have it worse.
    record Worse() implements FieldPairVerdict {}

    /// The stable word for files and JSON: `too-few-views`.
    default String key() {
        return switch (this) {
            case TooFewViews _ -> "too-few-views";
            case NoClearDifference _ -> "no-clear-difference";
            case TooSmall _ -> "too-small";
            case Better _ -> "better";
            case Worse _ -> "worse";
        };
    }
}
