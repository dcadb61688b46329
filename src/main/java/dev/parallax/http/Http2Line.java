package dev.parallax.http;

import static dev.parallax.http.Http2Frames.END_HEADERS;
import static dev.parallax.http.Http2Frames.END_STREAM;
import static dev.parallax.http.Http2Frames.LARGEST;

import dev.parallax.http.Dialer.Link;
import dev.parallax.http.PhaseClock.Phase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http2.H2ConnectionException;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2StreamResetException;
import org.apache.hc.core5.http2.hpack.HPackDecoder;
import org.apache.hc.core5.http2.hpack.HPackEncoder;
import org.apache.hc.core5.util.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/// Speaks HTTP/2 (RFC 9113), one request at a time and on the thread that asks: so the stamps are
/// taken where the bytes pass. No push, no priorities.
final class Http2Line implements Line {
    private static final int OWN_WINDOW = 6 * 1024 * 1024;
    private static final int USUAL_WINDOW = 65_535;
    private static final int LONGEST_HEAD = 256 * 1024;
    private static final int USUAL_TABLE = 4096;
    private static final int HEADER_TABLE_SIZE = 1;
    private static final int ENABLE_PUSH = 2;
    private static final int INITIAL_WINDOW_SIZE = 4;
    private static final int MAX_FRAME_SIZE = 5;
    private static final int MAX_HEADER_LIST_SIZE = 6;

    /// RFC 9113 §8.2.2; the host is told by `:authority`.
    private static final Set<String> NOT_IN_HTTP_2 =
            Set.of(
                    "host",
                    "connection",
                    "keep-alive",
                    "proxy-connection",
                    "transfer-encoding",
                    "upgrade");

    private final @Nullable Link link;
    private final Http2Frames frames;
    private final HPackEncoder encoder = new HPackEncoder(USUAL_TABLE, StandardCharsets.ISO_8859_1);
    private final HPackDecoder decoder = new HPackDecoder(USUAL_TABLE, StandardCharsets.ISO_8859_1);

    private boolean isOpened;
    private boolean isGoingAway;
    private int nextStream = 1;
    private long connectionWindow = USUAL_WINDOW;
    private long initialWindow = USUAL_WINDOW;
    private int largestSent = LARGEST;
    private int tableSize = -1;
    private long receivedBefore;
    private int unreported;
    private Stream stream = new Stream(0, false);

    Http2Line(Link link) throws IOException {
        this(
                link,
                new Http2Frames(link.socket().getInputStream(), link.socket().getOutputStream()));
    }

    /// @param link null for one that is not connected to anything, only to warm up
    Http2Line(@Nullable Link link, Http2Frames frames) {
        this.link = link;
        this.frames = frames;
        decoder.setMaxListSize(LONGEST_HEAD);
    }

    /// What has come of the one request under way.
    private final class Stream {
        private final int id;
        private final boolean isHeadOnly;
        private long window = initialWindow;
        private @Nullable List<Header> head;
        private ByteBuffer content = ByteBuffer.allocate(0);
        private long contentBytes;
        private boolean ended;
        private int unreported;

        Stream(int id, boolean isHeadOnly) {
            this.id = id;
            this.isHeadOnly = isHeadOnly;
        }
    }

    @Override
    public Head send(Request request, PhaseClock stamps) throws IOException, HttpException {
        receivedBefore = frames.received();
        stream = new Stream(nextStream, request.isHeadOnly());
        nextStream += 2;
        stamps.begin(Phase.SEND);
        open();
        byte[] body = request.bytes();
        writeHead(request, body == null || body.length == 0);
        if (body != null) {
            writeBody(body, stamps);
        }
        frames.flush();
        stamps.end(Phase.SEND);
        stamps.begin(Phase.WAIT);
        while (stream.head == null) {
            readFrame(stamps);
        }
        // it was here before the request was sent to its end
        if (!stamps.reached(Phase.RECEIVE)) {
            stamps.handOver(Phase.WAIT, Phase.RECEIVE);
        }
        List<Header> all = stream.head;
        return new Head(
                status(all),
                "h2",
                all.stream().filter(header -> !header.getName().startsWith(":")).toList(),
                stream.ended && !stream.content.hasRemaining() ? null : new Body(stream));
    }

    private void open() throws IOException {
        if (isOpened) {
            return;
        }
        isOpened = true;
        frames.writePreface();
        frames.write(
                Http2Frames.SETTINGS,
                0,
                0,
                ByteBuffer.allocate(18)
                        .putShort((short) ENABLE_PUSH)
                        .putInt(0)
                        .putShort((short) INITIAL_WINDOW_SIZE)
                        .putInt(OWN_WINDOW)
                        .putShort((short) MAX_HEADER_LIST_SIZE)
                        .putInt(LONGEST_HEAD)
                        .array());
        frames.write(Http2Frames.WINDOW_UPDATE, 0, OWN_WINDOW - USUAL_WINDOW);
    }

    private void writeHead(Request request, boolean isAll) throws IOException {
        var block = new ByteArrayBuffer(1024);
        if (tableSize >= 0) {
            tellTableSize(block);
        }
        encoder.encodeHeaders(block, fields(request), true);
        byte[] bytes = block.toByteArray();
        int type = Http2Frames.HEADERS;
        int flags = isAll ? END_STREAM : 0;
        for (int from = 0; from < bytes.length || from == 0; from += largestSent) {
            int length = Math.min(largestSent, bytes.length - from);
            boolean isLast = from + length == bytes.length;
            frames.write(
                    type, isLast ? flags | END_HEADERS : flags, stream.id, bytes, from, length);
            type = Http2Frames.CONTINUATION;
            flags = 0;
        }
    }

    /// RFC 7541 §6.3, after the server has asked for a smaller table.
    private void tellTableSize(ByteArrayBuffer block) {
        int size = tableSize;
        tableSize = -1;
        encoder.setMaxTableSize(size);
        if (size < 31) {
            block.append(0x20 | size);
            return;
        }
        block.append(0x3f);
        int rest = size - 31;
        for (; rest >= 128; rest /= 128) {
            block.append(rest % 128 + 128);
        }
        block.append(rest);
    }

    private static List<Header> fields(Request request) {
        var uri = request.uri();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var fields = new ArrayList<Header>();
        fields.add(new BasicHeader(":method", request.method()));
        fields.add(new BasicHeader(":scheme", uri.getScheme()));
        fields.add(new BasicHeader(":authority", authority(request)));
        fields.add(
                new BasicHeader(
                        ":path",
                        uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery()));
        for (Header header : request.headers()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            if (!NOT_IN_HTTP_2.contains(name)) {
                boolean isSecret = name.equals("authorization") || name.equals("cookie");
                fields.add(new BasicHeader(name, header.getValue(), isSecret));
            }
        }
        byte[] body = request.bytes();
        if (body != null) {
            fields.add(new BasicHeader("content-length", String.valueOf(body.length)));
        }
        return fields;
    }

    private static String authority(Request request) {
        return request.headers().stream()
                .filter(header -> header.getName().equalsIgnoreCase("host"))
                .map(Header::getValue)
                .findFirst()
                .orElseGet(() -> request.uri().getAuthority());
    }

    /// Within the windows the server opens (§5.2). One that answers before it has seen everything
    /// is not sent the rest.
    private void writeBody(byte[] body, PhaseClock stamps) throws IOException, HttpException {
        int from = 0;
        while (from < body.length && stream.head == null) {
            long room = Math.min(connectionWindow, stream.window);
            if (room <= 0) {
                frames.flush();
                readFrame(stamps);
                continue;
            }
            int length = (int) Math.min(Math.min(room, largestSent), body.length - from);
            boolean isLast = from + length == body.length;
            frames.write(Http2Frames.DATA, isLast ? END_STREAM : 0, stream.id, body, from, length);
            connectionWindow -= length;
            stream.window -= length;
            from += length;
        }
        if (from < body.length) {
            isGoingAway = true;
        }
    }

    private static int status(List<Header> head) throws ProtocolException {
        try {
            return head.stream()
                    .filter(header -> header.getName().equals(":status"))
                    .mapToInt(header -> Integer.parseInt(header.getValue()))
                    .findFirst()
                    .orElseThrow(() -> new ProtocolException("a head without a status"));
        } catch (NumberFormatException wrong) {
            throw new ProtocolException("a status that is no number", wrong);
        }
    }

    private void readFrame(PhaseClock stamps) throws IOException, HttpException {
        Http2Frames.Head head = frames.readHead();
        boolean isOurHead = head.type() == Http2Frames.HEADERS && head.stream() == stream.id;
        if (isOurHead && stamps.latest() == Phase.WAIT) {
            stamps.handOver(Phase.WAIT, Phase.RECEIVE);
        }
        ByteBuffer payload = frames.readPayload(head);
        switch (head.type()) {
            case Http2Frames.HEADERS -> headers(head, payload, stamps);
            case Http2Frames.DATA -> data(head, payload);
            case Http2Frames.SETTINGS -> settings(head, payload);
            case Http2Frames.PING -> ping(head, payload);
            case Http2Frames.WINDOW_UPDATE -> window(head, payload);
            case Http2Frames.RST_STREAM -> reset(head, payload);
            case Http2Frames.GO_AWAY -> goAway(payload);
            case Http2Frames.PUSH_PROMISE, Http2Frames.CONTINUATION ->
                    throw new H2ConnectionException(
                            H2Error.PROTOCOL_ERROR, "a frame that does not belong here");
            default -> {
                // §4.1: unknown kinds are passed over
            }
        }
    }

    private void headers(Http2Frames.Head first, ByteBuffer payload, PhaseClock stamps)
            throws IOException, HttpException {
        var block = new ByteArrayOutputStream();
        block.writeBytes(bytes(payload));
        Http2Frames.Head latest = first;
        while (!latest.has(END_HEADERS)) {
            latest = frames.readHead();
            if (latest.type() != Http2Frames.CONTINUATION || latest.stream() != first.stream()) {
                throw new H2ConnectionException(H2Error.PROTOCOL_ERROR, "a head that breaks off");
            }
            ByteBuffer more = frames.readPayload(latest);
            block.writeBytes(bytes(more));
            if (block.size() > LONGEST_HEAD || latest.length() == 0) {
                throw new H2ConnectionException(H2Error.ENHANCE_YOUR_CALM, "a head without an end");
            }
        }
        List<Header> fields = decoder.decodeHeaders(ByteBuffer.wrap(block.toByteArray()));
        if (first.stream() != stream.id) {
            return;
        }
        if (stream.head == null) {
            int status = status(fields);
            if (status < 200 && !first.has(END_STREAM)) {
                if (stamps.latest() == Phase.RECEIVE) {
                    stamps.takeBack(Phase.WAIT, Phase.RECEIVE);
                }
                return;
            }
            stream.head = fields;
        }
        stream.ended |= first.has(END_STREAM);
    }

    private void data(Http2Frames.Head head, ByteBuffer payload) throws IOException {
        credit(head.length());
        if (head.stream() != stream.id || stream.ended) {
            return;
        }
        if (stream.head == null) {
            throw new H2ConnectionException(H2Error.PROTOCOL_ERROR, "a body before its head");
        }
        stream.content = payload;
        stream.contentBytes += payload.remaining();
        stream.ended = head.has(END_STREAM);
        stream.unreported += head.length();
        if (!stream.ended && stream.unreported > OWN_WINDOW / 2) {
            frames.write(Http2Frames.WINDOW_UPDATE, stream.id, stream.unreported);
            frames.flush();
            stream.unreported = 0;
        }
    }

    private void credit(int bytes) throws IOException {
        unreported += bytes;
        if (unreported > OWN_WINDOW / 2) {
            frames.write(Http2Frames.WINDOW_UPDATE, 0, unreported);
            frames.flush();
            unreported = 0;
        }
    }

    private void settings(Http2Frames.Head head, ByteBuffer payload) throws IOException {
        if (head.has(Http2Frames.ACK)) {
            return;
        }
        while (payload.remaining() >= 6) {
            int name = payload.getShort();
            int value = payload.getInt();
            switch (name) {
                case HEADER_TABLE_SIZE -> {
                    if (value >= 0 && value < USUAL_TABLE) {
                        tableSize = value;
                    }
                }
                case INITIAL_WINDOW_SIZE -> {
                    stream.window += value - initialWindow;
                    initialWindow = value;
                }
                case MAX_FRAME_SIZE -> largestSent = Math.max(LARGEST, Math.min(value, 1 << 20));
                default -> {
                    // nothing that concerns one request at a time
                }
            }
        }
        frames.write(Http2Frames.SETTINGS, Http2Frames.ACK, 0, new byte[0]);
        frames.flush();
    }

    private void ping(Http2Frames.Head head, ByteBuffer payload) throws IOException {
        if (!head.has(Http2Frames.ACK)) {
            frames.write(Http2Frames.PING, Http2Frames.ACK, 0, bytes(payload));
            frames.flush();
        }
    }

    private void window(Http2Frames.Head head, ByteBuffer payload) throws IOException {
        int more = number(payload) & 0x7fffffff;
        if (head.stream() == 0) {
            connectionWindow += more;
        } else if (head.stream() == stream.id) {
            stream.window += more;
        }
    }

    private void reset(Http2Frames.Head head, ByteBuffer payload) throws IOException {
        // a server may break off a request it has answered already (§8.1)
        if (head.stream() == stream.id && !stream.ended) {
            throw new H2StreamResetException(number(payload), "the server broke the request off");
        }
    }

    private void goAway(ByteBuffer payload) throws IOException {
        isGoingAway = true;
        int last = number(payload) & 0x7fffffff;
        int code = number(payload);
        if (last < stream.id || (code != H2Error.NO_ERROR.getCode() && !stream.ended)) {
            throw new H2StreamResetException(code, "the server ends the connection");
        }
    }

    private static byte[] bytes(ByteBuffer payload) {
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        return bytes;
    }

    private static int number(ByteBuffer payload) throws H2ConnectionException {
        if (payload.remaining() < 4) {
            throw new H2ConnectionException(H2Error.FRAME_SIZE_ERROR, "a frame cut short");
        }
        return payload.getInt();
    }

    /// Reads data frames as they come.
    private final class Body extends InputStream {
        private final Stream own;

        Body(Stream own) {
            this.own = own;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            while (!own.content.hasRemaining()) {
                if (own.ended) {
                    checkLength();
                    return -1;
                }
                try {
                    readFrame(NO_STAMPS);
                } catch (HttpException broken) {
                    throw new H2ConnectionException(
                            H2Error.PROTOCOL_ERROR, Failures.message(broken));
                }
            }
            int read = Math.min(length, own.content.remaining());
            own.content.get(target, from, read);
            return read;
        }

        /// §8.1.1
        private void checkLength() throws IOException {
            for (Header header : own.head == null ? List.<Header>of() : own.head) {
                if (header.getName().equals("content-length")
                        && !own.isHeadOnly
                        && !header.getValue().equals(String.valueOf(own.contentBytes))) {
                    throw new H2ConnectionException(
                            H2Error.PROTOCOL_ERROR, "a body of another length than its head says");
                }
            }
        }
    }

    /// For what comes behind the head, where nothing is stamped any more.
    private static final PhaseClock NO_STAMPS = new PhaseClock();

    @Override
    public long receivedBytes() {
        return frames.received() - receivedBefore;
    }

    @Override
    public boolean isReusable() {
        if (isGoingAway || !stream.ended || link == null) {
            return false;
        }
        try {
            link.socket().setSoTimeout(1);
            try {
                return !frames.isAtEnd();
            } catch (SocketTimeoutException _) {
                return true;
            } finally {
                link.socket().setSoTimeout(0);
            }
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void abort() {
        if (link != null) {
            Dialer.closeQuietly(link.base());
        }
    }
}
