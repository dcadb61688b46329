package dev.parallax.rum;

import java.time.Instant;

/// A file that is in the workspace already.
///
/// @param dataset the name of the data set it is in
/// @param file the name it had then
/// @param imported when
public record KnownFile(String dataset, long importId, String file, Instant imported) {}
