package dev.parallax.measure;

import java.util.List;
import java.util.Optional;

/// What there is to know about one request beyond its bar in the waterfall. Kept for a limited time
/// only; an exchange whose details are gone has [#NONE].
///
/// @param initiator what made the browser send it
/// @param requestHeaders as sent, at most 64, capped by [Header#kept]
/// @param responseHeaders as received, likewise
/// @param sizes of its parts
/// @param remoteAddress who answered, `127.0.0.1:8801`; empty if unknown or from a cache
/// @param source where the answer came from
/// @param tls how the connection was secured, empty for plain HTTP
/// @param body the beginning of a body that is text, if it was kept
public record ExchangeDetail(
        Initiator initiator,
        List<Header> requestHeaders,
        List<Header> responseHeaders,
        ByteSizes sizes,
        String remoteAddress,
        Source source,
        Optional<TlsDetail> tls,
        Optional<BodyPreview> body) {

    /// No details are known, or they are kept no longer.
    public static final ExchangeDetail NONE =
            new ExchangeDetail(
                    Initiator.UNKNOWN,
                    List.of(),
                    List.of(),
                    ByteSizes.UNKNOWN,
                    "",
                    Source.NETWORK,
                    Optional.empty(),
                    Optional.empty());

    /// Where an answer came from.
    public enum Source {
        NETWORK("network"),
        MEMORY_CACHE("memory-cache"),
        DISK_CACHE("disk-cache"),
        SERVICE_WORKER("service-worker");

        private final String key;

        Source(String key) {
            this.key = key;
        }

        /// The word in files and JSON.
        public String key() {
            return key;
        }
    }

    public ExchangeDetail {
        requestHeaders = List.copyOf(requestHeaders);
        responseHeaders = List.copyOf(responseHeaders);
    }
}
