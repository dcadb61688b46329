package dev.parallax.metric;

/// Whether a source measures a metric the way [Metric] defines it.
public enum Definition {
    SAME,
    DIFFERS,
    UNKNOWN;

    /// The word used in files, on the command line and in sentences.
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
