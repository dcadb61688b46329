package dev.parallax.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Turns the names of hosts into addresses. May block; it runs on a thread of its own.
@FunctionalInterface
public interface NameLookup {
    /// What this machine's resolver says.
    NameLookup SYSTEM = InetAddress::getAllByName;

    /// The addresses of a host, in the order they are tried; at least one.
    ///
    /// @throws UnknownHostException if there is no such name
    InetAddress[] addresses(String host) throws UnknownHostException;
}
