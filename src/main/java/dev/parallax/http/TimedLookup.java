package dev.parallax.http;

import dev.parallax.http.PhaseClock.Phase;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Looks names up, takes the time, and can be told to give up: the system's own look-up cannot be
/// interrupted, so it runs on a thread of its own that is left behind.
final class TimedLookup {
    /// A look-up sits in native code and would hold a virtual thread's carrier for as long as it
    /// hangs.
    private static final Executor THREADS =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("look-up").factory());

    private final NameLookup names;
    private volatile @Nullable CompletableFuture<InetAddress[]> underWay;

    TimedLookup(NameLookup names) {
        this.names = names;
    }

    /// The addresses of a host. A literal address needs no look-up and has no such phase.
    InetAddress[] resolve(String host, PhaseClock stamps, BooleanSupplier stopped)
            throws UnknownHostException {
        InetAddress literal = literal(host);
        if (literal != null) {
            return new InetAddress[] {literal};
        }
        stamps.begin(Phase.LOOK_UP);
        CompletableFuture<InetAddress[]> lookup = start(host);
        if (stopped.getAsBoolean()) {
            lookup.cancel(false);
        }
        InetAddress[] addresses = await(lookup, host);
        stamps.end(Phase.LOOK_UP);
        return addresses;
    }

    private static @Nullable InetAddress literal(String host) {
        try {
            return InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private CompletableFuture<InetAddress[]> start(String host) {
        var lookup = new CompletableFuture<InetAddress[]>();
        underWay = lookup;
        THREADS.execute(() -> {
            try {
                lookup.complete(names.addresses(host));
            } catch (UnknownHostException | RuntimeException unknown) {
                lookup.completeExceptionally(unknown);
            }
        });
        return lookup;
    }

    private static InetAddress[] await(CompletableFuture<InetAddress[]> lookup, String host)
            throws UnknownHostException {
        try {
            return lookup.get();
        } catch (ExecutionException | CancellationException notFound) {
            throw unknown(host, notFound);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unknown(host, interrupted);
        }
    }

    private static UnknownHostException unknown(String host, Exception cause) {
        var unknown = new UnknownHostException(host);
        unknown.initCause(cause);
        return unknown;
    }

    /// Ends the look-up under way as if the name were unknown.
    void abort() {
        CompletableFuture<InetAddress[]> lookup = underWay;
        if (lookup != null) {
            lookup.cancel(false);
        }
    }
}
