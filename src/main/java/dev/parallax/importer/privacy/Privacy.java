package dev.parallax.importer.privacy;

import dev.parallax.settings.PseudonymKey;
import java.util.Set;

/// What keeps private data off the disk during one import, on one thread.
///
/// @param ids makes pseudonyms of the ids of sessions, users and page views
/// @param scrubber masks addresses and values
public record Privacy(KeyedHash ids, Scrubber scrubber) {

    /// For one import.
    ///
    /// @param key the user's
    /// @param keptParameters names of parameters of a query that are kept; usually none
    public static Privacy of(PseudonymKey key, Set<String> keptParameters) {
        return new Privacy(new KeyedHash(key), new Scrubber(keptParameters));
    }

    /// For a trial of which nothing is kept.
    public static Privacy forTrial() {
        return of(new PseudonymKey(0, 0), Set.of());
    }
}
