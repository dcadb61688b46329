package dev.parallax.demo;

/// One way in which an answer of the shop goes wrong.
public enum Fault {
    /// It does not.
    NONE,
    /// Status 500.
    ERROR,
    /// Nothing comes; the connection stays open until the client gives up or the shop closes.
    HANG,
    /// The connection is closed without an answer.
    DROP,
    /// The connection is closed in the middle of the body.
    TRUNCATE,
    /// The body comes in ten parts, 200 ms apart.
    DRIP,
    /// A picture is answered with status 404; other answers are not touched.
    MISSING_IMAGE
}
