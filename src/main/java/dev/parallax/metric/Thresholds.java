package dev.parallax.metric;

/// The limits between good, needs improvement and poor; both belong to the better class.
///
/// @param good the largest good value, in the metric's unit
/// @param poor values above this are poor, in the metric's unit
/// @see <a href="https://web.dev/articles/defining-core-web-vitals-thresholds">how the limits were
///   chosen</a>
public record Thresholds(double good, double poor) {
    public Thresholds {
        if (!(good >= 0 && poor > good)) {
            throw new IllegalArgumentException(
                    "thresholds are not in order: " + good + ", " + poor);
        }
    }

    /// How a value is judged; the limits themselves count as the better class.
    public Rating rate(double value) {
        if (value <= good) {
            return Rating.GOOD;
        }
        return value <= poor ? Rating.NEEDS_IMPROVEMENT : Rating.POOR;
    }
}
