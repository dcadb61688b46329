package dev.parallax.measure;

import org.jspecify.annotations.Nullable;

/// One request and what came back: a bar of the waterfall.
///
/// @param method such as `GET`
/// @param url with its query; a secret in it is masked before it gets here
/// @param status HTTP status, 0 if no response came
/// @param type what it was for: `document`, `script`, `image`, `fetch`, …
/// @param protocol such as `http/1.1`, `h2`; empty if unknown
/// @param startMillis from the start of the iteration, milliseconds
/// @param phases where the time went
/// @param transferBytes headers and body as sent, -1 if unknown
/// @param failure the engine's word for what broke, null if a response came
/// @param detail headers, sizes, cause and body, [ExchangeDetail#NONE] if they are not kept
public record Exchange(
        String method,
        String url,
        int status,
        String type,
        String protocol,
        double startMillis,
        Phases phases,
        long transferBytes,
        @Nullable String failure,
        ExchangeDetail detail) {

    private static final int FIRST_ERROR_STATUS = 400;

    /// An exchange without details.
    public Exchange(
            String method,
            String url,
            int status,
            String type,
            String protocol,
            double startMillis,
            Phases phases,
            long transferBytes,
            @Nullable String failure) {
        this(
                method,
                url,
                status,
                type,
                protocol,
                startMillis,
                phases,
                transferBytes,
                failure,
                ExchangeDetail.NONE);
    }

    /// The same exchange with these details.
    public Exchange with(ExchangeDetail other) {
        return new Exchange(
                method,
                url,
                status,
                type,
                protocol,
                startMillis,
                phases,
                transferBytes,
                failure,
                other);
    }

    /// True if no answer came or the answer is an error, 400 and above.
    public boolean isFailed() {
        return failure != null || status >= FIRST_ERROR_STATUS;
    }
}
