package dev.parallax.statistics;

/// How an interval on the field side was found.
public enum IntervalMethod {
    /// Whole sessions were drawn again and again, with replacement.
    SESSION_BOOTSTRAP,

    /// The spread between sessions gave the variance, by linearisation.
    LINEARISED_SESSIONS,

    /// The views were taken as independent, since their sessions are unknown or there is only one;
    /// the interval is then too narrow.
    BINOMIAL
}
