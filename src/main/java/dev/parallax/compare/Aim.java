package dev.parallax.compare;

/// Where in the field's distribution the lab is meant to stand.
public enum Aim {
    /// The lab stands for the typical user.
    MEDIAN(50),
    /// The lab stands for the user at the 75th percentile, by whom Core Web Vitals are judged.
    P75(75);

    /// A placement this many percentage points around the aim still counts as representative.
    private static final double TOLERANCE = 15;

    private final int percentile;

    Aim(int percentile) {
        this.percentile = percentile;
    }

    /// The placement aimed at, 0 to 100.
    public int percentile() {
        return percentile;
    }

    /// The lowest placement that is representative.
    public double low() {
        return percentile - TOLERANCE;
    }

    /// The highest placement that is representative.
    public double high() {
        return percentile + TOLERANCE;
    }
}
