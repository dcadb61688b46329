package dev.parallax.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A measured quantity of one page view. Each has exactly one definition, in the lab and in the
/// field.
///
/// Thresholds are those of web-vitals 6.0.0. All times are milliseconds from the start of the
/// navigation, or from its activation when the page was prerendered.
public enum Metric {
    TTFB(
            "ttfb",
            "Time to first byte",
            "responseStart − activationStart, redirects, DNS, connect and TLS included",
            Unit.MILLISECONDS,
            new Thresholds(800, 1800)),
    FCP(
            "fcp",
            "First contentful paint",
            "first-contentful-paint − activationStart; none if the page was hidden before",
            Unit.MILLISECONDS,
            new Thresholds(1800, 3000)),
    LCP(
            "lcp",
            "Largest contentful paint",
            "last largest-contentful-paint candidate before the first input or hiding",
            Unit.MILLISECONDS,
            new Thresholds(2500, 4000)),
    CLS(
            "cls",
            "Cumulative layout shift",
            "largest session window (gaps under 1 s, at most 5 s) of shifts without recent input",
            Unit.NONE,
            new Thresholds(0.1, 0.25)),
    INP(
            "inp",
            "Interaction to next paint",
            "worst interaction, leaving out one in every 50",
            Unit.MILLISECONDS,
            new Thresholds(200, 500)),
    DCL(
            "dcl",
            "DOM content loaded",
            "domContentLoadedEventEnd − activationStart",
            Unit.MILLISECONDS,
            null),
    LOAD("load", "Load event", "loadEventEnd − activationStart", Unit.MILLISECONDS, null);

    private static final List<Metric> ALL = List.of(values());

    private final String key;
    private final String label;
    private final String definition;
    private final Unit unit;

    @SuppressWarnings("ImmutableEnumChecker") // a record of two numbers
    private final @Nullable Thresholds thresholds;

    Metric(
            String key,
            String label,
            String definition,
            Unit unit,
            @Nullable Thresholds thresholds) {
        this.key = key;
        this.label = label;
        this.definition = definition;
        this.unit = unit;
        this.thresholds = thresholds;
    }

    /// All metrics, in the order they are shown.
    public static List<Metric> all() {
        return ALL;
    }

    /// The metric with this key, whatever its case.
    public static Optional<Metric> byKey(String key) {
        return Arrays.stream(values())
                .filter(metric -> metric.key.equals(key.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// The name in files and on the command line: `lcp`.
    public String key() {
        return key;
    }

    /// The name in tables and charts: `LCP`.
    public String shortName() {
        return key.toUpperCase(Locale.ROOT);
    }

    /// The name in full: `Largest contentful paint`.
    public String label() {
        return label;
    }

    /// How it is measured, in one clause.
    public String definition() {
        return definition;
    }

    public Unit unit() {
        return unit;
    }

    /// The limits of good and poor; empty for metrics that have none (DCL, load).
    public Optional<Thresholds> thresholds() {
        return Optional.ofNullable(thresholds);
    }

    /// True where a lab run sees only part of what a user lives through (CLS, INP): such a metric
    /// never carries a headline.
    public boolean isLowerBoundInLab() {
        return this == CLS || this == INP;
    }

    /// The stored form of a value: fixed point, rounded half up.
    ///
    /// @param value in the metric's unit, 0 or more
    /// @throws IllegalArgumentException if the value is negative, not a number or too large for an
    ///   int
    public int toFixed(double value) {
        double scaled = value * unit.scale();
        if (!(scaled >= 0 && scaled < Integer.MAX_VALUE)) {
            throw new IllegalArgumentException(key + " is out of range: " + value);
        }
        return (int) Math.round(scaled);
    }

    /// The value behind a stored form, in the metric's unit.
    public double fromFixed(double fixed) {
        return fixed / unit.scale();
    }

    /// A value as a sentence says it: `436 ms`, `1.9 s`, `0.05`.
    ///
    /// @param value in the metric's unit
    public String inWords(double value) {
        if (unit == Unit.NONE) {
            return String.format(Locale.ROOT, "%.2f", value);
        }
        return value < 1000
                ? String.format(Locale.ROOT, "%.0f ms", value)
                : String.format(Locale.ROOT, "%.1f s", value / 1000);
    }
}
