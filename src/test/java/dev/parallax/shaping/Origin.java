package dev.parallax.shaping;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// A server of one behaviour on the loopback interface, each connection on a thread of its own.
final class Origin implements Closeable {
    private final ServerSocket server;

    interface Behaviour {
        void serve(Socket client) throws IOException;
    }

    Origin(Behaviour behaviour) {
        try {
            server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(() -> accept(behaviour));
    }

    private void accept(Behaviour behaviour) {
        while (true) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(behaviour, client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private static void serve(Behaviour behaviour, Socket client) {
        try (client) {
            behaviour.serve(client);
        } catch (IOException _) {
            // the test looks at the client's side
        }
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
