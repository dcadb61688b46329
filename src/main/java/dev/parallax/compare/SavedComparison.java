package dev.parallax.compare;

import java.time.Instant;
import java.util.Optional;

/// A question somebody keeps under a name, to be answered anew whenever runs or page views come.
///
/// @param saved when it was kept
/// @param judged what it came to last; empty if it was never answered
public record SavedComparison(
        String name, ComparisonQuestion question, Instant saved, Optional<Judged> judged) {

    /// What a question came to.
    ///
    /// @param verdict its key, such as `optimistic`
    /// @param sentence the verdict in its sentence
    public record Judged(String verdict, String sentence, Instant at) {}
}
