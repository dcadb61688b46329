package dev.parallax.browser;

/// What is recorded of a visit besides its numbers. Each costs the browser time that the numbers
/// contain, so runs with and without are not compared.
///
/// @param film whether what the tabs show is filmed
/// @param trace whether everything the browser does is recorded for Playwright's trace viewer
public record Recordings(Film film, Tracing trace) {
    /// Nothing but the numbers.
    public static final Recordings NONE = new Recordings(Film.OFF, Tracing.OFF);

    /// Whether what the tabs show is filmed.
    public enum Film {
        OFF,
        ON
    }

    /// Whether a trace is recorded.
    public enum Tracing {
        OFF,
        ON
    }
}
