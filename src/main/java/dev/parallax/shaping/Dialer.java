package dev.parallax.shaping;

import dev.parallax.measure.ConnectFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

/// Opens the connections the client asks for. A connect takes a round trip of the link besides its
/// own time, whether it comes about or not.
final class Dialer {
    private static final int LAST_LIMIT_MILLIS = 120_000;
    private static final int LIMIT_MILLIS = 10_000;

    private final Names names;
    private final long rttNanos;
    private final Predicate<String> blocked;
    private final ConcurrentMap<Destination, ConnectFailure> failures = new ConcurrentHashMap<>();

    /// @param blocked hosts that are never reached
    Dialer(long rttNanos, Predicate<String> blocked) {
        this.blocked = blocked;
        this.rttNanos = rttNanos;
        names = new Names(rttNanos);
    }

    /// What came of a connect.
    sealed interface Outcome {
        record Connected(Socket socket) implements Outcome {}

        record Failed(ConnectFailure failure) implements Outcome {}
    }

    /// Connects, and returns when the client would know.
    Outcome dial(Destination destination, Sockets sockets) throws InterruptedException {
        if (blocked.test(destination.host())) {
            return kept(destination, new Outcome.Failed(ConnectFailure.NAME_UNKNOWN));
        }
        try {
            Names.Known name = names.find(destination.host());
            long startNanos = System.nanoTime();
            Outcome outcome = connect(name, destination.port(), sockets);
            long tookNanos = System.nanoTime() - startNanos;
            long knownNanos = Math.max(startNanos, name.sinceNanos());
            Moment.await(knownNanos + tookNanos + rttNanos);
            return kept(destination, outcome);
        } catch (UnknownHostException _) {
            return kept(destination, new Outcome.Failed(ConnectFailure.NAME_UNKNOWN));
        }
    }

    /// Why the last connect to it did not come about, empty if it did.
    Optional<ConnectFailure> failure(Destination destination) {
        return Optional.ofNullable(failures.get(destination));
    }

    void forgetNames() {
        names.forget();
    }

    private Outcome kept(Destination destination, Outcome outcome) {
        switch (outcome) {
            case Outcome.Connected _ -> failures.remove(destination);
            case Outcome.Failed(var failure) -> failures.put(destination, failure);
        }
        return outcome;
    }

    private static Outcome connect(Names.Known name, int port, Sockets sockets) {
        Outcome last = new Outcome.Failed(ConnectFailure.UNREACHABLE);
        for (InetAddress address : name.addresses()) {
            boolean isLast = address.equals(name.addresses().getLast());
            last = connect(address, port, isLast ? LAST_LIMIT_MILLIS : LIMIT_MILLIS, sockets);
            if (last instanceof Outcome.Connected) {
                break;
            }
        }
        return last;
    }

    private static Outcome connect(
            InetAddress address, int port, int limitMillis, Sockets sockets) {
        var socket = new Socket();
        try {
            sockets.add(socket);
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(address, port), limitMillis);
            return new Outcome.Connected(socket);
        } catch (IOException failed) {
            sockets.close(socket);
            return new Outcome.Failed(meaning(failed));
        }
    }

    private static ConnectFailure meaning(IOException failed) {
        return switch (failed) {
            case SocketTimeoutException _ -> ConnectFailure.TIMED_OUT;
            // also the base class of "refused", so that one comes first
            case NoRouteToHostException _ -> ConnectFailure.UNREACHABLE;
            case ConnectException refused
                    when String.valueOf(refused.getMessage()).contains("refused") ->
                    ConnectFailure.REFUSED;
            case ConnectException late
                    when String.valueOf(late.getMessage()).contains("timed out") ->
                    ConnectFailure.TIMED_OUT;
            default -> ConnectFailure.UNREACHABLE;
        };
    }
}
