package dev.parallax.importer.mapping;

import java.util.Arrays;
import java.util.Optional;

/// How a source's number becomes a value in the metric's unit.
public enum Scale {
    MILLISECONDS("ms", 1, 1),
    SECONDS("s", 1_000, 1),
    MICROSECONDS("us", 1, 1_000),
    NANOSECONDS("ns", 1, 1_000_000),
    /// A layout shift as it is.
    PLAIN("plain", 1, 1),
    /// A layout shift that was multiplied by 1,000 to make it a whole number.
    THOUSANDTHS("thousandths", 1, 1_000);

    private final String key;
    private final double factor;
    private final double divisor;

    Scale(String key, double factor, double divisor) {
        this.key = key;
        this.factor = factor;
        this.divisor = divisor;
    }

    /// The scale of a unit's key.
    public static Optional<Scale> byKey(String key) {
        return Arrays.stream(values()).filter(scale -> scale.key.equals(key)).findFirst();
    }

    /// The name in mapping files and reports.
    public String key() {
        return key;
    }

    /// Whether the number is the value.
    public boolean isIdentity() {
        return factor == divisor;
    }

    /// A division for the small units: 1 / 1,000 is no exact double, 1,000 is.
    public double apply(double value) {
        return value * factor / divisor;
    }
}
