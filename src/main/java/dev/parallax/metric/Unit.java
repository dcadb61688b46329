package dev.parallax.metric;

/// The unit of a metric's values and how finely they are kept.
public enum Unit {
    /// Milliseconds, kept to a tenth.
    MILLISECONDS("ms", 10),
    /// A plain number (layout shift), kept to a ten-thousandth.
    NONE("", 10_000);

    private final String symbol;
    private final int scale;

    Unit(String symbol, int scale) {
        this.symbol = symbol;
        this.scale = scale;
    }

    /// What stands behind a value: `ms`, or nothing.
    public String symbol() {
        return symbol;
    }

    /// Fixed-point steps in one unit: 10 for milliseconds, 10,000 for layout shift.
    public int scale() {
        return scale;
    }
}
