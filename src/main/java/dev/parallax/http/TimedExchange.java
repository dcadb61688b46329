package dev.parallax.http;

import dev.parallax.http.PhaseClock.Phase;
import java.io.IOException;
import java.util.function.Supplier;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.message.StatusLine;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// Writes a request and reads the head of its response, stamping the moments the library's listener
/// does not tell: the request's last byte leaving and the response's first byte arriving.
///
/// As in a browser, an interim response (1xx) belongs to the waiting.
final class TimedExchange extends HttpRequestExecutor {
    private final Supplier<PhaseClock> clock;
    private @Nullable EndpointDetails endpoint;
    private long receivedBefore;

    TimedExchange(Supplier<PhaseClock> clock) {
        this.clock = clock;
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback interim,
            HttpContext context)
            throws IOException, HttpException {
        HttpCoreContext exchange = HttpCoreContext.cast(context);
        exchange.setSSLSession(connection.getSSLSession());
        exchange.setEndpointDetails(connection.getEndpointDetails());
        endpoint = connection.getEndpointDetails();
        receivedBefore = endpoint == null ? 0 : endpoint.getReceivedBytesCount();
        try {
            send(request, connection);
            ClassicHttpResponse response = receiveHead(connection);
            if (MessageSupport.canResponseHaveBody(request.getMethod(), response)) {
                connection.receiveResponseEntity(response);
            }
            return response;
        } catch (HttpException | IOException | RuntimeException broken) {
            connection.close(CloseMode.IMMEDIATE);
            throw broken;
        }
    }

    private void send(ClassicHttpRequest request, HttpClientConnection connection)
            throws IOException, HttpException {
        PhaseClock stamps = clock.get();
        stamps.begin(Phase.SEND);
        connection.sendRequestHeader(request);
        if (request.getEntity() != null) {
            connection.sendRequestEntity(request);
        }
        connection.flush();
        stamps.end(Phase.SEND);
    }

    private ClassicHttpResponse receiveHead(HttpClientConnection connection)
            throws IOException, HttpException {
        PhaseClock stamps = clock.get();
        stamps.begin(Phase.WAIT);
        while (true) {
            if (!connection.isDataAvailable(Timeout.DISABLED)) {
                throw new NoHttpResponseException("closed without a response");
            }
            stamps.handOver(Phase.WAIT, Phase.RECEIVE);
            ClassicHttpResponse response = connection.receiveResponseHeader();
            if (response.getCode() >= HttpStatus.SC_SUCCESS) {
                return response;
            }
            if (response.getCode() < HttpStatus.SC_INFORMATIONAL) {
                throw new ProtocolException("Invalid response: " + new StatusLine(response));
            }
            stamps.takeBack(Phase.WAIT, Phase.RECEIVE);
        }
    }

    /// What the last response has brought so far, head and body as sent, -1 if unknown.
    long receivedBytes() {
        return endpoint == null ? -1 : endpoint.getReceivedBytesCount() - receivedBefore;
    }
}
