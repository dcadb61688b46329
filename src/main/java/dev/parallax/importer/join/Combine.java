package dev.parallax.importer.join;

/// What becomes of the values of one metric that several records of a page view tell.
public enum Combine {
    /// The newest counts, of equally new ones the largest. If it came with the id of a measurement,
    /// the largest value of that id does: LCP, CLS and INP only grow.
    LATEST("latest"),
    /// The largest counts.
    LARGEST("largest"),
    /// They add up, as boomerang's `c.cls` does, which starts at 0 after each beacon. A record that
    /// was sent twice counts once.
    SUM("sum");

    private final String key;

    Combine(String key) {
        this.key = key;
    }

    /// The name in mapping files.
    public String key() {
        return key;
    }
}
