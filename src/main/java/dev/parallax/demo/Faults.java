package dev.parallax.demo;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What goes wrong in the shop, and how often. Which answer is hit depends on the shop's seed, the
/// path and how often that path was asked for: the same journey meets the same faults again.
///
/// @param shares of the answers, each from 0 (never) to 1 (always), together at most 1
public record Faults(Map<Fault, Double> shares) {
    private static final double ROUNDING = 1e-9;

    public Faults {
        var ordered = new EnumMap<Fault, Double>(Fault.class);
        ordered.putAll(shares);
        ordered.forEach((fault, share) -> {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "share of " + fault + " is not within 0 and 1: " + share);
            }
        });
        double sum = ordered.values().stream().mapToDouble(Double::doubleValue).sum();
        if (sum > 1 + ROUNDING) {
            throw new IllegalArgumentException("shares sum to more than 1: " + ordered);
        }
        shares = Collections.unmodifiableMap(ordered);
    }

    /// A shop where everything works.
    public static Faults none() {
        return new Faults(Map.of());
    }

    /// Every answer has this fault.
    public static Faults always(Fault fault) {
        return new Faults(Map.of(fault, 1.0));
    }

    /// The fault for a uniform draw from [0, 1).
    Fault at(double draw) {
        double upTo = 0;
        for (Map.Entry<Fault, Double> entry : shares.entrySet()) {
            upTo += entry.getValue();
            if (draw < upTo) {
                return entry.getKey();
            }
        }
        return Fault.NONE;
    }
}
