package dev.parallax.compare;

/// What the lab measured along time, oldest first.
///
/// @param millis when each run started, since the epoch
/// @param values in the metric's unit, as many as `millis`
@SuppressWarnings("ArrayRecordComponent") // drawn and thrown away, compared by nobody
public record LabSeries(long[] millis, double[] values) {
    /// Nothing was measured.
    public static final LabSeries EMPTY = new LabSeries(new long[0], new double[0]);

    public LabSeries {
        if (millis.length != values.length) {
            throw new IllegalArgumentException(
                    millis.length + " moments of " + values.length + " values");
        }
    }
}
