package dev.parallax.rum;

import dev.parallax.metric.Metric;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// What somebody else summed up from page views that we do not have: shares of page views whose
/// value lies in an interval, never rows.
///
/// @param metrics at least one
/// @param fractions per kind (`form_factor`, `navigation_type`) the share of each value, 0 to 1
public record Aggregate(
        Key key, Map<Metric, Binned> metrics, Map<String, Map<String, Double>> fractions) {

    /// Whose page views were summed up.
    ///
    /// @param site an origin or a URL, as the source says it
    /// @param formFactor empty if all are meant; so are connection and country
    /// @param firstDay of the period, and lastDay: both belong to it
    public record Key(
            Scope scope,
            String site,
            String formFactor,
            String connection,
            String country,
            LocalDate firstDay,
            LocalDate lastDay) {
        public Key {
            if (lastDay.isBefore(firstDay)) {
                throw new IllegalArgumentException(
                        "period ends before it begins: " + firstDay + " to " + lastDay);
            }
        }
    }

    /// What a site is.
    public enum Scope {
        ORIGIN,
        URL
    }

    /// A distribution of which only shares of intervals are known.
    ///
    /// @param bins in ascending order, without overlap
    /// @param p75 as the source says it, in the metric's unit; empty if it does not
    public record Binned(List<Bin> bins, OptionalDouble p75) {
        public Binned {
            bins = List.copyOf(bins);
            for (int i = 1; i < bins.size(); i++) {
                OptionalDouble end = bins.get(i - 1).end();
                if (end.isEmpty() || end.getAsDouble() > bins.get(i).start()) {
                    throw new IllegalArgumentException("bins overlap: " + bins);
                }
            }
        }
    }

    /// The share of page views from a value on to below another one.
    ///
    /// @param start in the metric's unit
    /// @param end empty if the interval is open
    /// @param share 0 to 1
    public record Bin(double start, OptionalDouble end, double share) {
        public Bin {
            if (!(share >= 0 && share <= 1.0000001) || !(start >= 0)) {
                throw new IllegalArgumentException("bin from " + start + " with share " + share);
            }
            if (end.isPresent() && !(end.getAsDouble() > start)) {
                throw new IllegalArgumentException("bin from " + start + " to " + end);
            }
        }
    }

    public Aggregate {
        var byMetric = new EnumMap<Metric, Binned>(Metric.class);
        byMetric.putAll(metrics);
        metrics = Collections.unmodifiableMap(byMetric);
        var byKind = new TreeMap<String, Map<String, Double>>();
        fractions.forEach((kind, shares) ->
                byKind.put(kind, Collections.unmodifiableMap(new TreeMap<>(shares))));
        fractions = Collections.unmodifiableMap(byKind);
    }
}
