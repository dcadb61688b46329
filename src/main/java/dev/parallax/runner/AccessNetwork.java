package dev.parallax.runner;

import dev.parallax.measure.Gateway;
import dev.parallax.measure.Network;
import dev.parallax.shaping.ShapingProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The network of a run: the machine's own, or one shaped for it, whose link nobody else is on.
final class AccessNetwork implements AutoCloseable {
    static final AccessNetwork UNSHAPED = new AccessNetwork(null);

    /// Chromium opens a second connection when the first one takes longer; through a proxy it does
    /// not.
    private static final double BACKUP_CONNECT_MILLIS = 250;

    /// Measured at 1.6 Mbit/s; at 9 Mbit/s it is within the noise of a page.
    private static final double FEW_KBPS = 5_000;

    private final @Nullable ShapingProxy proxy;

    private AccessNetwork(@Nullable ShapingProxy proxy) {
        this.proxy = proxy;
    }

    /// Sets the network up, as far as it is shaped by a proxy.
    ///
    /// @param blocked hosts that cannot be reached: names are looked up behind the browser's back,
    ///   so what keeps it from them elsewhere does not help here
    /// @throws dev.parallax.problem.ProblemException (environment) if the machine does not allow it
    static AccessNetwork of(Network network, Predicate<String> blocked) {
        return switch (network.method()) {
            case PROXY -> new AccessNetwork(ShapingProxy.start(network, blocked));
            case NONE, DEVTOOLS -> UNSHAPED;
        };
    }

    /// A visitor comes who knows no names yet.
    void newVisitor() {
        if (proxy != null) {
            proxy.forgetNames();
        }
    }

    Optional<Gateway> gateway() {
        return Optional.ofNullable(proxy);
    }

    /// What a reader of any shaped run has to know.
    static List<String> notes(Network network) {
        return network.method() == Network.Method.PROXY
                ? List.of("network shaped by a proxy: looking names up is part of connect")
                : List.of();
    }

    /// What a reader of a shaped run in a browser has to know.
    static List<String> browserNotes(Network network) {
        var notes = new ArrayList<>(notes(network));
        if (notes.isEmpty()) {
            return notes;
        }
        notes.add("HTTP/3 off: it cannot be shaped");
        if (network.rttMillis() > BACKUP_CONNECT_MILLIS) {
            notes.add(
                    "round trips above 250 ms: over HTTP/1.1, FCP and LCP are up to 20 % too late");
        }
        if (network.downKbps() > 0 && network.downKbps() < FEW_KBPS) {
            notes.add("low bandwidth: over HTTP/2, LCP is up to 30 % too early");
        }
        return notes;
    }

    @Override
    public void close() {
        if (proxy != null) {
            proxy.close();
        }
    }
}
