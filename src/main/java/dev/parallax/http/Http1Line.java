package dev.parallax.http;

import dev.parallax.http.Dialer.Link;
import dev.parallax.http.PhaseClock.Phase;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.message.StatusLine;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.Timeout;

/// Speaks HTTP/1.1, and 1.0 where the server does.
final class Http1Line implements Line {
    private static final Set<String> USUALLY_WITH_BODY = Set.of("POST", "PUT", "PATCH");

    // generous for real sites, and the end for a server that sends one line for ever
    private static final Http1Config LIMITS =
            Http1Config.custom()
                    .setMaxLineLength(256 * 1024)
                    .setMaxHeaderCount(1000)
                    .setMaxEmptyLineCount(1)
                    .build();

    private final Link link;
    private final DefaultBHttpClientConnection connection =
            new DefaultBHttpClientConnection(LIMITS);
    private boolean keepsAlive;
    private long receivedBefore;

    Http1Line(Link link) throws IOException {
        this.link = link;
        connection.bind(link.socket());
    }

    @Override
    public Head send(Request request, PhaseClock stamps) throws IOException, HttpException {
        keepsAlive = false;
        EndpointDetails endpoint = connection.getEndpointDetails();
        receivedBefore = endpoint == null ? 0 : endpoint.getReceivedBytesCount();
        BasicClassicHttpRequest message = message(request);
        stamps.begin(Phase.SEND);
        connection.sendRequestHeader(message);
        if (message.getEntity() != null) {
            connection.sendRequestEntity(message);
        }
        connection.flush();
        stamps.end(Phase.SEND);
        ClassicHttpResponse response = receiveHead(stamps);
        refuseOfProxy(response);
        if (MessageSupport.canResponseHaveBody(request.method(), response)) {
            connection.receiveResponseEntity(response);
        }
        keepsAlive =
                DefaultConnectionReuseStrategy.INSTANCE.keepAlive(
                        message, response, HttpCoreContext.create());
        HttpEntity entity = response.getEntity();
        return new Head(
                response.getCode(),
                String.valueOf(response.getVersion()).toLowerCase(Locale.ROOT),
                List.of(response.getHeaders()),
                entity == null ? null : entity.getContent());
    }

    private void refuseOfProxy(ClassicHttpResponse response) throws ProxyException {
        if (response.getCode() == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED
                && link.viaProxy().isPresent()) {
            throw new ProxyException(
                    link.viaProxy().get(), response.getCode(), "407 " + response.getReasonPhrase());
        }
    }

    private BasicClassicHttpRequest message(Request request) {
        var message = new BasicClassicHttpRequest(request.method(), request.uri());
        message.setAbsoluteRequestUri(link.viaProxy().isPresent());
        if (request.headers().stream()
                .noneMatch(header -> header.getName().equalsIgnoreCase("host"))) {
            message.addHeader("Host", request.uri().getAuthority());
        }
        request.headers().forEach(message::addHeader);
        message.addHeader("Connection", "keep-alive");
        link.viaProxy()
                .flatMap(ProxyServer::authorization)
                .ifPresent(value -> message.addHeader("Proxy-Authorization", value));
        byte[] body = request.bytes();
        if (body != null) {
            message.addHeader("Content-Length", body.length);
            message.setEntity(new ByteArrayEntity(body, null));
        } else if (USUALLY_WITH_BODY.contains(request.method())) {
            message.addHeader("Content-Length", 0);
        }
        return message;
    }

    private ClassicHttpResponse receiveHead(PhaseClock stamps) throws IOException, HttpException {
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

    @Override
    public long receivedBytes() {
        EndpointDetails endpoint = connection.getEndpointDetails();
        return endpoint == null ? -1 : endpoint.getReceivedBytesCount() - receivedBefore;
    }

    @Override
    public boolean isReusable() {
        try {
            return keepsAlive && connection.isOpen() && !connection.isStale();
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void abort() {
        Dialer.closeQuietly(link.base());
    }
}
