package dev.parallax.http;

import dev.parallax.http.PhaseClock.Phase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// Opens connections, through a proxy where there is one, and stamps look-up, connect and TLS.
///
/// All addresses of a name are tried in their order; connect lasts from the first attempt to the
/// last. A proxy's own answer to `CONNECT` or SOCKS belongs to connect, as in a browser.
final class Dialer {
    private static final String[] PROTOCOLS = {"h2", "http/1.1"};

    private final Function<String, SSLContext> tls;
    private final ProxyRule proxies;
    private final TimedLookup lookup;
    private volatile @Nullable Socket underWay;

    Dialer(Function<String, SSLContext> tls, ProxyRule proxies, NameLookup names) {
        this.tls = tls;
        this.proxies = proxies;
        lookup = new TimedLookup(names);
    }

    /// Two ends that are connected.
    ///
    /// @param socket to talk over
    /// @param base the connection below TLS; closing it ends everything at once
    /// @param protocol what TLS agreed on, `h2` or `http/1.1`; empty if nothing
    /// @param viaProxy takes whole addresses instead of paths
    record Link(Socket socket, Socket base, String protocol, Optional<ProxyServer> viaProxy) {}

    /// @param stopped asked whenever there is something new to abort, so that an earlier [#abort]
    ///   is not lost
    /// @param userAgent what a proxy is told
    Link dial(URI target, PhaseClock stamps, BooleanSupplier stopped, String userAgent)
            throws IOException {
        Optional<ProxyServer> proxy = proxies.of(target);
        boolean isSecure = target.getScheme().equals("https");
        String host = target.getHost().replaceAll("[\\[\\]]", "");
        int port = portOf(target);
        Socket base =
                proxy.isPresent()
                        ? toProxy(proxy.get(), stamps, stopped)
                        : connect(host, port, stamps, stopped);
        try {
            boolean isTunnel =
                    proxy.filter(server -> isSecure || server.kind() == ProxyServer.Kind.SOCKS)
                            .isPresent();
            if (isTunnel) {
                Tunnel.open(base, proxy.get(), host, port, userAgent);
                stamps.end(Phase.CONNECT);
            }
            if (!isSecure) {
                return new Link(base, base, "", isTunnel ? Optional.empty() : proxy);
            }
            SSLSocket secure = handshake(base, host, port, stamps);
            String agreed = secure.getApplicationProtocol();
            return new Link(secure, base, agreed == null ? "" : agreed, Optional.empty());
        } catch (IOException | RuntimeException broken) {
            base.close();
            throw broken;
        } finally {
            underWay = null;
        }
    }

    static int portOf(URI target) {
        if (target.getPort() >= 0) {
            return target.getPort();
        }
        return target.getScheme().equals("https") ? 443 : 80;
    }

    private Socket toProxy(ProxyServer proxy, PhaseClock stamps, BooleanSupplier stopped)
            throws IOException {
        try {
            return connect(proxy.host(), proxy.port(), stamps, stopped);
        } catch (IOException unreachable) {
            throw new ProxyException(proxy, unreachable);
        }
    }

    private Socket connect(String host, int port, PhaseClock stamps, BooleanSupplier stopped)
            throws IOException {
        IOException last = new IOException("no address of " + host);
        for (InetAddress address : lookup.resolve(host, stamps, stopped)) {
            var socket = new Socket();
            underWay = socket;
            if (stopped.getAsBoolean()) {
                socket.close();
                throw new IOException("stopped before it began");
            }
            stamps.begin(Phase.CONNECT);
            try {
                socket.connect(new InetSocketAddress(address, port));
                stamps.end(Phase.CONNECT);
                socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
                return socket;
            } catch (IOException broken) {
                stamps.end(Phase.CONNECT);
                socket.close();
                last = broken;
            }
        }
        throw last;
    }

    private SSLSocket handshake(Socket base, String host, int port, PhaseClock stamps)
            throws IOException {
        stamps.begin(Phase.TLS);
        var secure =
                (SSLSocket) tls.apply(host).getSocketFactory().createSocket(base, host, port, true);
        SSLParameters wishes = secure.getSSLParameters();
        wishes.setEndpointIdentificationAlgorithm("HTTPS");
        wishes.setApplicationProtocols(PROTOCOLS);
        secure.setSSLParameters(wishes);
        secure.startHandshake();
        stamps.end(Phase.TLS);
        return secure;
    }

    /// Breaks off what is under way; from any thread.
    void abort() {
        lookup.abort();
        closeQuietly(underWay);
    }

    static void closeQuietly(@Nullable Socket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException _) {
            // it is closed all the same
            return;
        }
    }
}
