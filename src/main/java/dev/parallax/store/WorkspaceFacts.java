package dev.parallax.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/// What `workspace info` tells about a workspace.
///
/// @param version of the schema
/// @param created kept to the millisecond
/// @param sizes what it takes on the disk
/// @param counts what it holds
public record WorkspaceFacts(
        Path path, UUID id, int version, Instant created, Sizes sizes, Counts counts) {

    /// Bytes.
    ///
    /// @param fileBytes the file, without its log
    /// @param logBytes the write-ahead log
    /// @param unusedBytes within the file; `compact` gives them back
    public record Sizes(long fileBytes, long logBytes, long unusedBytes) {}

    /// Numbers of things.
    ///
    /// @param pageViews rows of all data sets
    public record Counts(
            long journeys,
            long checks,
            long runs,
            long screenshots,
            long dataSets,
            long pageViews) {}
}
