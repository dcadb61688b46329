package dev.parallax.measure;

/// A recording of everything a browser did, for Playwright's trace viewer.
///
/// @param zip the file; not copied, nobody may change it
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; copying would only cost memory
public record Trace(byte[] zip) {}
