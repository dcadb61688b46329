package dev.parallax.http;

import dev.parallax.measure.TlsDetail;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hc.core5.http.Header;

/// A response, read to its end.
///
/// @param headers as they came
/// @param body unpacked and decoded
/// @param cut true if only the body's beginning is kept
/// @param protocol such as `http/1.1`, `h2`
/// @param transfer what went over the connection
/// @param remoteAddress who answered
/// @param tls how the connection is secured, empty for plain HTTP
record Received(
        int status,
        List<Header> headers,
        String body,
        boolean cut,
        String protocol,
        Transfer transfer,
        String remoteAddress,
        Optional<TlsDetail> tls) {

    /// What went over the connection.
    ///
    /// @param sentHeaders without those that frame the request
    /// @param sentBodyBytes body of the request
    /// @param receivedBytes head and body as they came
    /// @param bodyBytes body as it came
    /// @param plainBytes body unpacked
    record Transfer(
            List<Header> sentHeaders,
            long sentBodyBytes,
            long receivedBytes,
            long bodyBytes,
            long plainBytes) {}

    /// Names in lower case to values; those of a repeated header are joined.
    Map<String, String> fields() {
        var fields = new TreeMap<String, String>();
        for (Header header : headers) {
            fields.merge(
                    header.getName().toLowerCase(Locale.ROOT),
                    header.getValue() == null ? "" : header.getValue(),
                    (one, other) -> one + ", " + other);
        }
        return fields;
    }

    String mediaType() {
        return fields().getOrDefault("content-type", "").replaceFirst(";.*", "").strip();
    }

    String type() {
        return mediaType().contains("html") ? "document" : "request";
    }
}
