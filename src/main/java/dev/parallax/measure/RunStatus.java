package dev.parallax.measure;

import java.util.Locale;

/// How a slot of the schedule or a manual run ended. Exactly one holds.
public enum RunStatus {
    /// Every step was done and no budget was missed.
    OK("ok"),
    /// Every step was done, but a warning budget was missed.
    DEGRADED("degraded"),
    /// A step or a budget failed: the site's doing.
    FAILED("failed"),
    /// Nothing can be said about the site: asleep, closed, in maintenance, no browser.
    NOT_OBSERVED("not observed"),
    /// A person stopped it.
    CANCELLED("cancelled");

    private final String label;

    RunStatus(String label) {
        this.label = label;
    }

    /// The words shown to people: `not observed`.
    public String label() {
        return label;
    }

    /// The word in files and JSON: `not-observed`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
