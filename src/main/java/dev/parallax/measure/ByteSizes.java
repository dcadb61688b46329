package dev.parallax.measure;

/// How large the parts of an exchange were on the wire. -1 stands for unknown.
///
/// @param requestHeaderBytes headers as sent
/// @param requestBodyBytes body as sent, 0 if there was none
/// @param responseHeaderBytes headers as received
/// @param responseBodyBytes body as received, compressed where it was
/// @param decodedBodyBytes body after decompression
public record ByteSizes(
        long requestHeaderBytes,
        long requestBodyBytes,
        long responseHeaderBytes,
        long responseBodyBytes,
        long decodedBodyBytes) {
    /// Nothing is known.
    public static final ByteSizes UNKNOWN = new ByteSizes(-1, -1, -1, -1, -1);
}
