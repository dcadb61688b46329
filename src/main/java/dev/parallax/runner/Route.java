package dev.parallax.runner;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Optional;

/// The address this machine has on the way out. It changes when a cable is pulled, another wireless
/// network is joined or a tunnel comes up: times before and after are not of one network.
///
/// @param address as text, empty without a way out
record Route(String address) {
    /// Nobody has this address (RFC 5737), and nothing is sent to it: only the way there is asked.
    private static final InetSocketAddress ELSEWHERE = new InetSocketAddress("192.0.2.1", 9);

    /// The way out at this moment.
    static Route now() {
        try (var socket = new DatagramSocket()) {
            socket.connect(ELSEWHERE);
            return new Route(socket.getLocalAddress().getHostAddress());
        } catch (IOException | java.io.UncheckedIOException noWay) {
            return new Route("");
        }
    }

    /// What changed until later, in a few words; empty if nothing did.
    Optional<String> changedTo(Route later) {
        return equals(later)
                ? Optional.empty()
                : Optional.of("the network changed: " + name() + ", then " + later.name());
    }

    private String name() {
        return address.isEmpty() ? "none" : address;
    }
}
