package dev.parallax.rum;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One of the imports a data set is made of.
///
/// @param id of the workspace, never used again
/// @param imported when it was finished
/// @param size how many page views it brought
/// @param first when the earliest of them began; absent if none has a time
/// @param last when the latest of them began
/// @param record what the import was; the views of its metrics are those it has now, restored
///   values included
public record StoredImport(
        long id,
        Instant imported,
        Dataset.Size size,
        @Nullable Instant first,
        @Nullable Instant last,
        ImportRecord record) {}
