package dev.parallax.shaping;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The sockets that are open, so that all of them can be closed at once.
final class Sockets {
    private final Set<Socket> open = new HashSet<>();
    private boolean closed;

    /// @throws SocketException if all were closed, and then this one is too
    void add(Socket socket) throws SocketException {
        synchronized (this) {
            if (!closed) {
                open.add(socket);
                return;
            }
        }
        closeQuietly(socket);
        throw new SocketException("the proxy is closed");
    }

    void close(Socket socket) {
        synchronized (this) {
            open.remove(socket);
        }
        closeQuietly(socket);
    }

    /// Closes so that the other end sees a connection broken off, not one that ended.
    void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException _) {
            // it is closed already
        }
        close(socket);
    }

    void closeAll() {
        List<Socket> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(open);
        }
        all.forEach(this::reset);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // nothing is left to do with it
        }
    }
}
