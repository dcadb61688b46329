package dev.parallax.service;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/// What is in a workspace, and whether it may act on this machine.
///
/// @param version of its schema
/// @param fileBytes its size, without its log
/// @param unusedBytes within the file; compacting gives them back
/// @param isTrusted whether its schedule runs and its journeys get secrets here
public record WorkspaceOverview(
        Path path,
        UUID id,
        int version,
        Instant created,
        long fileBytes,
        long unusedBytes,
        Counts counts,
        boolean isTrusted) {

    /// Numbers of things.
    public record Counts(long journeys, long checks, long runs, long datasets, long pageViews) {}
}
