package dev.parallax.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http2.H2ConnectionException;
import org.apache.hc.core5.http2.H2Error;

/// Reads and writes the frames of HTTP/2 (RFC 9113 §4), one at a time, blocking.
final class Http2Frames {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PUSH_PROMISE = 5;
    static final int PING = 6;
    static final int GO_AWAY = 7;
    static final int WINDOW_UPDATE = 8;
    static final int CONTINUATION = 9;

    static final int ACK = 0x1;
    static final int END_STREAM = 0x1;
    static final int END_HEADERS = 0x4;
    static final int PADDED = 0x8;
    static final int PRIORITY = 0x20;

    /// What every implementation takes, and the most this one does.
    static final int LARGEST = 16_384;

    private static final int FRAME_HEAD = 9;
    private static final byte[] PREFACE =
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final BufferedInputStream in;
    private final BufferedOutputStream out;
    private long received;

    /// The beginning of a frame: enough to know whose it is.
    record Head(int length, int type, int flags, int stream) {
        boolean has(int flag) {
            return (flags & flag) != 0;
        }
    }

    Http2Frames(InputStream in, OutputStream out) {
        this.in = new BufferedInputStream(in, 2 * LARGEST);
        this.out = new BufferedOutputStream(out, 2 * LARGEST);
    }

    void writePreface() throws IOException {
        out.write(PREFACE);
    }

    void write(int type, int flags, int stream, byte[] payload, int from, int length)
            throws IOException {
        out.write(
                ByteBuffer.allocate(FRAME_HEAD)
                        .put((byte) (length >> 16))
                        .put((byte) (length >> 8))
                        .put((byte) length)
                        .put((byte) type)
                        .put((byte) flags)
                        .putInt(stream)
                        .array());
        out.write(payload, from, length);
    }

    void write(int type, int flags, int stream, byte[] payload) throws IOException {
        write(type, flags, stream, payload, 0, payload.length);
    }

    void write(int type, int stream, int number) throws IOException {
        write(type, 0, stream, ByteBuffer.allocate(4).putInt(number).array());
    }

    void flush() throws IOException {
        out.flush();
    }

    /// Waits for the next frame and reads its beginning; its payload must be read next.
    Head readHead() throws IOException {
        byte[] head = in.readNBytes(FRAME_HEAD);
        if (head.length < FRAME_HEAD) {
            throw new ConnectionClosedException("closed by the server");
        }
        received += FRAME_HEAD;
        ByteBuffer fields = ByteBuffer.wrap(head);
        int lengthAndType = fields.getInt();
        int length = lengthAndType >>> 8;
        if (length > LARGEST) {
            throw new H2ConnectionException(
                    H2Error.FRAME_SIZE_ERROR, "a frame of " + length + " bytes");
        }
        return new Head(
                length, lengthAndType & 0xff, fields.get() & 0xff, fields.getInt() & 0x7fffffff);
    }

    /// The payload of a frame, without padding (§6.1) and priority (§6.2).
    ByteBuffer readPayload(Head head) throws IOException {
        byte[] bytes = in.readNBytes(head.length());
        received += bytes.length;
        if (bytes.length < head.length()) {
            throw new ConnectionClosedException("closed by the server in the middle of a frame");
        }
        ByteBuffer payload = ByteBuffer.wrap(bytes);
        boolean mayBePadded = head.type() == DATA || head.type() == HEADERS;
        if (mayBePadded && head.has(PADDED)) {
            int padding = payload.hasRemaining() ? payload.get() & 0xff : 1;
            if (padding > payload.remaining()) {
                throw new H2ConnectionException(H2Error.PROTOCOL_ERROR, "more padding than frame");
            }
            payload.limit(payload.limit() - padding);
        }
        if (head.type() == HEADERS && head.has(PRIORITY)) {
            if (payload.remaining() < 5) {
                throw new H2ConnectionException(H2Error.FRAME_SIZE_ERROR, "a priority cut short");
            }
            payload.position(payload.position() + 5);
        }
        return payload;
    }

    /// True if the server has sent something already, or closed the connection.
    ///
    /// @throws IOException if nothing comes within the socket's time limit, or it is closed
    boolean isAtEnd() throws IOException {
        in.mark(1);
        int next = in.read();
        in.reset();
        return next < 0;
    }

    /// All bytes read so far.
    long received() {
        return received;
    }
}
