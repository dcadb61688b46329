package dev.parallax.shaping;

import dev.parallax.shaping.Dialer.Outcome;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/// One connection of the client, from its greeting to its end.
final class Connection {
    private final Socket client;
    private final AccessLink link;
    private final Dialer dialer;
    private final Sockets sockets;
    private final ExecutorService threads;

    Connection(
            Socket client,
            AccessLink link,
            Dialer dialer,
            Sockets sockets,
            ExecutorService threads) {
        this.client = client;
        this.link = link;
        this.dialer = dialer;
        this.sockets = sockets;
        this.threads = threads;
    }

    /// Carries the connection until it has ended; the thread is the connection's own.
    void run() {
        try {
            client.setTcpNoDelay(true);
            var socks =
                    new Socks(
                            new DataInputStream(client.getInputStream()), client.getOutputStream());
            switch (dialer.dial(socks.request(), sockets)) {
                case Outcome.Connected(var origin) -> carry(socks, origin);
                case Outcome.Failed(var failure) -> socks.reply(Socks.Reply.of(failure));
            }
        } catch (IOException | RejectedExecutionException _) {
            // the client went away, is none, or the proxy is closed: closing is the whole answer
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.close(client);
        }
    }

    private void carry(Socks socks, Socket origin) throws IOException, InterruptedException {
        try {
            socks.reply(Socks.Reply.SUCCEEDED);
            var up = new Flow(client, origin, link.up());
            var down = new Flow(origin, client, link.down());
            Future<?> reading = threads.submit(reading(up));
            Future<?> readingBack = threads.submit(reading(down));
            Future<?> delivering = threads.submit(() -> delivery(up, origin));
            delivery(down, origin);
            finish(reading);
            finish(readingBack);
            finish(delivering);
        } finally {
            sockets.close(origin);
        }
    }

    private static Runnable reading(Flow flow) {
        return () -> {
            try {
                flow.read();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /// A connection that breaks off in one direction is broken off in both.
    private void delivery(Flow flow, Socket origin) {
        boolean endedWell = false;
        try {
            endedWell = flow.deliver();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            if (!endedWell) {
                sockets.reset(client);
                sockets.reset(origin);
            }
        }
    }

    private static void finish(Future<?> part) throws InterruptedException {
        try {
            part.get();
        } catch (ExecutionException | CancellationException broken) {
            throw new IllegalStateException("a part of a connection failed", broken);
        }
    }
}
