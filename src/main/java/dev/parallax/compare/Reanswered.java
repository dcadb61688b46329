package dev.parallax.compare;

import dev.parallax.problem.Problem;
import java.util.Optional;

/// A saved comparison with its answer of now.
///
/// @param saved as it was kept, with what it came to before
/// @param now what it comes to; empty if it has no answer any more
/// @param trouble why it has none
public record Reanswered(
        SavedComparison saved, Optional<SavedComparison.Judged> now, Optional<Problem> trouble) {

    /// Whether it comes to another kind of verdict than when it was last answered.
    public boolean isChanged() {
        return now.isPresent()
                && saved.judged().isPresent()
                && !saved.judged().get().verdict().equals(now.get().verdict());
    }
}
