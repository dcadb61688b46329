package dev.parallax.measure;

import java.net.InetSocketAddress;
import java.util.Optional;

/// A SOCKS5 proxy on this machine through which a visitor reaches the network, such as one that
/// shapes it. It looks names up itself.
public interface Gateway {
    /// Where it listens.
    InetSocketAddress address();

    /// Why the last connect to a host did not come about; empty if it did, or there was none. Not
    /// every client can tell by itself: Chromium does not pass on what the proxy said.
    ///
    /// @param host a name or an address
    Optional<ConnectFailure> failure(String host, int port);
}
