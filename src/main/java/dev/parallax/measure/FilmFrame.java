package dev.parallax.measure;

/// One picture of a filmstrip: how the page looked from this moment on.
///
/// @param atMillis from the start of the iteration, milliseconds
/// @param jpeg the encoded picture; not copied, nobody may change it
@SuppressWarnings(
        "ArrayRecordComponent") // compared by nobody; copying pictures would only cost memory
public record FilmFrame(double atMillis, byte[] jpeg) {}
