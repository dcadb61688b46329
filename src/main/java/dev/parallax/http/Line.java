package dev.parallax.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;

/// An open connection on which requests are sent one after the other.
interface Line {

    /// A request as it goes out, without what frames it on the wire.
    ///
    /// @param method in upper case
    record Request(String method, URI uri, List<Header> headers, @Nullable String body) {
        /// The body as it goes out, in UTF-8.
        byte @Nullable [] bytes() {
            return body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        }

        boolean isHeadOnly() {
            return method.equals("HEAD");
        }
    }

    /// The head of a response, its body still to be read.
    ///
    /// @param protocol such as `http/1.1`, `h2`
    /// @param body null if there is none
    record Head(int status, String protocol, List<Header> headers, @Nullable InputStream body) {}

    /// Sends the request and reads until the head of the final response is here, stamping send,
    /// wait and the beginning of receive. Interim responses (1xx) belong to the waiting, as in a
    /// browser.
    Head send(Request request, PhaseClock stamps) throws IOException, HttpException;

    /// What the last response has brought so far, head and body as sent.
    long receivedBytes();

    /// True if another request can be sent once the last response was read to its end; looks
    /// whether the server has closed, which takes a millisecond.
    boolean isReusable();

    /// Ends the connection at once; from any thread.
    void abort();
}
