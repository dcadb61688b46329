package dev.parallax.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;

/// A server on the loopback interface that says byte for byte what a test tells it.
final class RawServer implements AutoCloseable {

    /// What the server does with one connection; closing it is left to the server.
    interface Script {
        void talk(Talk talk) throws IOException;
    }

    private final ServerSocket server;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    /// One connection, seen from the server.
    final class Talk {
        private final Socket socket;

        Talk(Socket socket) {
            this.socket = socket;
        }

        Socket socket() {
            return socket;
        }

        /// Reads a request up to the blank line and returns it; empty if the client has closed.
        String readHead() throws IOException {
            var head = new ByteArrayOutputStream();
            for (int letter = socket.getInputStream().read();
                    letter >= 0;
                    letter = socket.getInputStream().read()) {
                head.write(letter);
                if (head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                    break;
                }
            }
            if (head.size() > 0) {
                requests.incrementAndGet();
            }
            return head.toString(StandardCharsets.ISO_8859_1);
        }

        void say(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        void say(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }

        /// Lets time pass; ends early when the server is closed.
        void pause(long millis) {
            try {
                if (closed.await(millis, TimeUnit.MILLISECONDS)) {
                    throw new UncheckedIOException(new IOException("server closed"));
                }
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }

        /// Ends the connection with a reset instead of a proper close.
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    private RawServer(ServerSocket server, Script script) {
        this.server = server;
        Thread.ofVirtual().start(() -> accept(script));
    }

    static RawServer start(Script script) throws IOException {
        return start(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
    }

    /// A socket that serves TLS, its handshakes still to be made.
    static ServerSocket socket(SSLContext tls) throws IOException {
        return tls.getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /// The same, agreeing on HTTP/2.
    static ServerSocket http2Socket(SSLContext tls) throws IOException {
        var server = (SSLServerSocket) socket(tls);
        SSLParameters wishes = server.getSSLParameters();
        wishes.setApplicationProtocols(new String[] {"h2"});
        server.setSSLParameters(wishes);
        return server;
    }

    static RawServer start(ServerSocket server, Script script) {
        return new RawServer(server, script);
    }

    private void accept(Script script) {
        try {
            while (true) {
                Socket socket = server.accept();
                accepted.incrementAndGet();
                connections.add(socket);
                Thread.ofVirtual().start(() -> talk(script, socket));
            }
        } catch (IOException _) {
            // closed: the test is over
            return;
        }
    }

    private void talk(Script script, Socket socket) {
        try (socket) {
            script.talk(new Talk(socket));
        } catch (IOException | UncheckedIOException _) {
            // the client has gone, or the test is over
            return;
        }
    }

    int port() {
        return server.getLocalPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /// How many connections were opened.
    int accepted() {
        return accepted.get();
    }

    /// How many heads of requests came.
    int requests() {
        return requests.get();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
