package dev.parallax.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// A server that passes requests on.
///
/// @param kind how it is spoken to
/// @param host name or address; without brackets
/// @param port 1 to 65535
/// @param authorization the value of the `Proxy-Authorization` header, empty if it wants none
public record ProxyServer(Kind kind, String host, int port, Optional<String> authorization) {

    /// How a proxy is spoken to.
    public enum Kind {
        /// Plain requests with their whole address, encrypted ones by `CONNECT` (RFC 9110 §9.3.6).
        HTTP,
        /// Everything through a tunnel of SOCKS 5 (RFC 1928) without credentials; the proxy looks
        /// names up.
        SOCKS
    }

    public ProxyServer {
        if (host.isBlank()) {
            throw new IllegalArgumentException("the proxy has no host");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("the proxy's port is out of range: " + port);
        }
    }

    /// A proxy on this machine that speaks SOCKS 5, such as one that shapes the network.
    public static ProxyServer socks(String host, int port) {
        return new ProxyServer(Kind.SOCKS, host, port, Optional.empty());
    }

    /// The proxy an address names: `http://proxy.example:3128`, `http://user:password@proxy:8080`,
    /// `socks5://127.0.0.1:1080`, or `proxy:8080` for HTTP. User and password are percent-encoded.
    ///
    /// @throws IllegalArgumentException with the reason if it names none; the reason repeats
    ///   nothing of the address, which may hold a password
    public static ProxyServer parse(String address) {
        String text = address.strip();
        URI uri;
        try {
            uri = new URI(text.contains("://") ? text : "http://" + text);
        } catch (URISyntaxException _) {
            throw new IllegalArgumentException("the proxy's address is malformed");
        }
        String host = uri.getHost();
        if (host == null) {
            throw new IllegalArgumentException("the proxy's address names no host");
        }
        Kind kind =
                switch (String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)) {
                    case "http" -> Kind.HTTP;
                    case "socks", "socks5", "socks5h" -> Kind.SOCKS;
                    default ->
                            throw new IllegalArgumentException(
                                    "the proxy's address starts neither with http:// nor with"
                                            + " socks5://");
                };
        int usual = kind == Kind.HTTP ? 80 : 1080;
        String user = uri.getRawUserInfo();
        if (user != null && kind == Kind.SOCKS) {
            throw new IllegalArgumentException("a SOCKS proxy with a password is not supported");
        }
        return new ProxyServer(
                kind,
                host.replaceAll("[\\[\\]]", ""),
                uri.getPort() < 0 ? usual : uri.getPort(),
                Optional.ofNullable(user).map(ProxyServer::basic));
    }

    /// RFC 7617 §2.
    private static String basic(String userInfo) {
        String plain = URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
        String pair = plain.contains(":") ? plain : plain + ":";
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /// Host and port, without credentials.
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
