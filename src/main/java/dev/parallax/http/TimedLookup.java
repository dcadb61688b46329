package dev.parallax.http;

import dev.parallax.http.PhaseClock.Phase;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

/// Looks names up, takes the time, and can be told to give up: the system's own look-up cannot be
/// interrupted, so it runs on a thread of its own that is left behind.
final class TimedLookup implements DnsResolver {
    private final Supplier<PhaseClock> clock;
    private volatile @Nullable CompletableFuture<InetAddress[]> underWay;

    TimedLookup(Supplier<PhaseClock> clock) {
        this.clock = clock;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress literal = literal(host);
        if (literal != null) {
            return new InetAddress[] {literal};
        }
        PhaseClock stamps = clock.get();
        stamps.begin(Phase.LOOK_UP);
        InetAddress[] addresses = await(start(host), host);
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
        Thread.ofVirtual()
                .name("look-up")
                .start(() -> {
                    try {
                        lookup.complete(InetAddress.getAllByName(host));
                    } catch (UnknownHostException unknown) {
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

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
