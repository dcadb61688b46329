package dev.parallax.measure;

/// A picture of a page.
///
/// @param jpeg the encoded picture; not copied, nobody may change it
@SuppressWarnings(
        "ArrayRecordComponent") // compared by nobody; copying pictures would only cost memory
public record Screenshot(byte[] jpeg) {}
