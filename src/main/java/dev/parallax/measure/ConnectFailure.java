package dev.parallax.measure;

/// Why no connection to a host came about. A proxy between a client and the host knows it, and the
/// client then cannot tell by itself.
public enum ConnectFailure {
    /// Nothing listens on the port.
    REFUSED,
    /// The host has a name nobody knows.
    NAME_UNKNOWN,
    /// There is no way to the host.
    UNREACHABLE,
    /// The host does not answer.
    TIMED_OUT
}
