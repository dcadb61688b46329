package dev.parallax.importer.join;

/// What became of the records that were joined. Every record is counted once.
///
/// @param imported one for each page view that came of them
/// @param merged the others that told something of their own
/// @param duplicates those that were equal in all that matters to another one
public record JoinCounts(long imported, long merged, long duplicates) {

    /// Records that were joined.
    public long records() {
        return imported + merged + duplicates;
    }
}
