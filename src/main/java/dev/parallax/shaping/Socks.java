package dev.parallax.shaping;

import dev.parallax.measure.ConnectFailure;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/// The server's side of SOCKS5 (RFC 1928): CONNECT without authentication, which loopback does not
/// need and Chromium cannot give.
final class Socks {
    private static final int VERSION = 5;
    private static final int NO_AUTHENTICATION = 0;
    private static final int NO_METHOD = 0xff;
    private static final int CONNECT = 1;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;

    /// The answers of RFC 1928, section 6.
    enum Reply {
        SUCCEEDED(0),
        NETWORK_UNREACHABLE(3),
        HOST_UNREACHABLE(4),
        REFUSED(5),
        TIME_EXCEEDED(6),
        COMMAND_NOT_SUPPORTED(7),
        ADDRESS_NOT_SUPPORTED(8);

        private final int code;

        Reply(int code) {
            this.code = code;
        }

        static Reply of(ConnectFailure failure) {
            return switch (failure) {
                case REFUSED -> REFUSED;
                case NAME_UNKNOWN -> HOST_UNREACHABLE;
                case UNREACHABLE -> NETWORK_UNREACHABLE;
                case TIMED_OUT -> TIME_EXCEEDED;
            };
        }
    }

    private final DataInputStream in;
    private final OutputStream out;

    Socks(DataInputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /// Greets the client and reads where it wants to go.
    ///
    /// @throws IOException if it does not speak SOCKS5 or wants something else; it was told
    Destination request() throws IOException {
        requireVersion();
        boolean isOpen = false;
        for (int method : in.readNBytes(in.readUnsignedByte())) {
            isOpen |= method == NO_AUTHENTICATION;
        }
        out.write(new byte[] {VERSION, (byte) (isOpen ? NO_AUTHENTICATION : NO_METHOD)});
        if (!isOpen) {
            throw new IOException("the client insists on authentication");
        }
        requireVersion();
        int command = in.readUnsignedByte();
        in.readUnsignedByte();
        String host = host(in.readUnsignedByte());
        int port = in.readUnsignedShort();
        if (command != CONNECT) {
            reply(Reply.COMMAND_NOT_SUPPORTED);
            throw new IOException("not the CONNECT command: " + command);
        }
        return new Destination(host, port);
    }

    private void requireVersion() throws IOException {
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("not SOCKS5: " + version);
        }
    }

    private String host(int type) throws IOException {
        return switch (type) {
            case IPV4 -> address(4);
            case IPV6 -> address(16);
            case NAME -> new String(bytes(in.readUnsignedByte()), StandardCharsets.US_ASCII);
            default -> {
                reply(Reply.ADDRESS_NOT_SUPPORTED);
                throw new IOException("no type of address: " + type);
            }
        };
    }

    private String address(int length) throws IOException {
        return InetAddress.getByAddress(bytes(length)).getHostAddress();
    }

    private byte[] bytes(int length) throws IOException {
        var bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    void reply(Reply reply) throws IOException {
        out.write(new byte[] {VERSION, (byte) reply.code, 0, IPV4, 0, 0, 0, 0, 0, 0});
    }
}
