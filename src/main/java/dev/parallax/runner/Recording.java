package dev.parallax.runner;

/// What a browser run keeps besides its numbers, its waterfall and one picture. Never of a journey
/// with secrets: films and traces cannot be masked.
///
/// @param film whether the pages are filmed while they come up; the film of the median iteration
///   and of a failed one is kept
/// @param trace when the journey is walked once more to record everything the browser does
public record Recording(Film film, TraceWhen trace) {
    /// Numbers, waterfall and one picture.
    public static final Recording NONE = new Recording(Film.NO, TraceWhen.NEVER);

    /// Whether pages are filmed.
    public enum Film {
        NO,
        YES
    }

    /// When a trace is recorded.
    public enum TraceWhen {
        /// Never.
        NEVER,
        /// Behind an iteration that failed, which visits the site once more.
        ON_FAILURE,
        /// Behind the last iteration, however it ended.
        ALWAYS
    }
}
