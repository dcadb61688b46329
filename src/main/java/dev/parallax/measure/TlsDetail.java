package dev.parallax.measure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a connection was secured.
///
/// @param protocol such as `TLS 1.3`
/// @param cipher the suite, empty if unknown
/// @param subject whom the certificate names, empty if unknown
/// @param issuer who signed it, empty if unknown
/// @param validFrom from when the certificate holds, null if unknown
/// @param validTo when it expires, null if unknown
public record TlsDetail(
        String protocol,
        String cipher,
        String subject,
        String issuer,
        @Nullable Instant validFrom,
        @Nullable Instant validTo) {}
