package dev.parallax.rum;

import dev.parallax.statistics.ClusterTotals;
import java.util.List;

/// What the page views of a selection that have a metric hold together, and what those with each
/// trait do: how many there are, and a score: how much they wait beyond a value, or how many of
/// them were picked. Summed up by bundles of sessions, so that intervals can honour sessions.
///
/// @param all the score over the number of views, by weight, of all
/// @param effective Kish's effective number of all
/// @param sessions whether the data set tells which views belong together
/// @param traits in no order; a dimension of which all views have the same value is left out
/// @param left values that are too rare to be looked at beside the 255 most frequent ones of their
///   dimension
public record TraitTotals(
        ClusterTotals all,
        double effective,
        SessionsKnown sessions,
        List<TraitTotal> traits,
        int left) {
    public TraitTotals {
        traits = List.copyOf(traits);
    }

    /// Whether the data set tells which views belong together.
    public enum SessionsKnown {
        KNOWN,
        UNKNOWN
    }

    /// What the page views with one trait hold together.
    ///
    /// @param views rows
    /// @param effective Kish's effective number of them
    /// @param totals their score over their number, by weight
    public record TraitTotal(Trait trait, long views, double effective, ClusterTotals totals) {}
}
