package dev.parallax.http;

import java.io.IOException;

/// A body that is small on the wire and gigantic once it is unpacked.
final class PackedBombException extends IOException {
    private static final long serialVersionUID = 1;

    /// @param packedBytes on the wire
    /// @param unpackedBytes after which unpacking was given up
    PackedBombException(long packedBytes, long unpackedBytes) {
        super(
                "%,d bytes unpack to more than %d MB"
                        .formatted(packedBytes, unpackedBytes / (1024 * 1024)));
    }
}
