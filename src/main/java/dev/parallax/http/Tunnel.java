package dev.parallax.http;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks a proxy, over a connection just made, to pass everything on to a host.
final class Tunnel {
    private static final int LONGEST_HEAD = 64 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: ([^\r\n]*))?");
    private static final int VERSION = 5;
    private static final int NAME = 3;
    private static final int IPV4 = 1;
    private static final int IPV6 = 4;

    private Tunnel() {}

    /// Opens the tunnel.
    ///
    /// @throws ProxyException if the proxy does not want to
    static void open(Socket socket, ProxyServer proxy, String host, int port, String userAgent)
            throws IOException {
        switch (proxy.kind()) {
            case HTTP -> connect(socket, proxy, host, port, userAgent);
            case SOCKS -> socks(socket, proxy, host, port);
        }
    }

    private static void connect(
            Socket socket, ProxyServer proxy, String host, int port, String userAgent)
            throws IOException {
        String authority = (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        String head =
                "CONNECT %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: %s\r\n%s\r\n"
                        .formatted(
                                authority,
                                authority,
                                userAgent,
                                proxy.authorization()
                                        .map(value -> "Proxy-Authorization: " + value + "\r\n")
                                        .orElse(""));
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        Matcher status = STATUS.matcher(head(socket.getInputStream(), proxy));
        if (!status.lookingAt()) {
            throw new ProxyException(proxy, 0, "something that is not HTTP");
        }
        int code = Integer.parseInt(status.group(1));
        if (code < 200 || code > 299) {
            String reason = status.group(2) == null ? "" : " " + status.group(2).strip();
            throw new ProxyException(proxy, code, code + reason);
        }
    }

    /// Reads up to the blank line and not a byte further: what follows belongs to the tunnel.
    private static String head(InputStream in, ProxyServer proxy) throws IOException {
        var head = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 2) {
            int letter = in.read();
            if (letter < 0) {
                throw new ProxyException(proxy, 0, "nothing and closed the connection");
            }
            if (head.size() > LONGEST_HEAD) {
                throw new ProxyException(proxy, 0, "with a head that does not end");
            }
            head.write(letter);
            if (letter == '\n') {
                ends++;
            } else if (letter != '\r') {
                ends = 0;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void socks(Socket socket, ProxyServer proxy, String host, int port)
            throws IOException {
        var out = new DataOutputStream(socket.getOutputStream());
        var in = new DataInputStream(socket.getInputStream());
        try {
            out.write(new byte[] {VERSION, 1, 0});
            if (in.readUnsignedByte() != VERSION || in.readUnsignedByte() != 0) {
                throw new ProxyException(proxy, 0, "that it wants credentials");
            }
            byte[] name = host.getBytes(StandardCharsets.US_ASCII);
            var request = new ByteArrayOutputStream();
            request.writeBytes(new byte[] {VERSION, 1, 0, NAME, (byte) name.length});
            request.writeBytes(name);
            request.writeBytes(new byte[] {(byte) (port >> 8), (byte) port});
            out.write(request.toByteArray());
            in.readUnsignedByte();
            int reply = in.readUnsignedByte();
            in.readUnsignedByte();
            int length =
                    switch (in.readUnsignedByte()) {
                        case IPV4 -> 4;
                        case IPV6 -> 16;
                        default -> in.readUnsignedByte();
                    };
            in.skipNBytes(length + 2L);
            if (reply != 0) {
                throw refusal(proxy, reply, host);
            }
        } catch (EOFException _) {
            throw new ProxyException(proxy, 0, "nothing and closed the connection");
        }
    }

    /// RFC 1928 §6, as what would have happened without a proxy.
    private static IOException refusal(ProxyServer proxy, int reply, String host) {
        return switch (reply) {
            case 3 -> new java.net.NoRouteToHostException("network unreachable");
            case 4 -> new java.net.UnknownHostException(host);
            case 5 -> new java.net.ConnectException("Connection refused");
            case 6 -> new java.net.SocketTimeoutException("the host does not answer");
            default -> new ProxyException(proxy, 0, "with the code " + reply);
        };
    }
}
