package dev.parallax.rum;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Why a page view is kept but left out of every number unless it is asked for: nobody lived
/// through it.
///
/// The codes never change: they are in the workspace file.
public enum Exclusion {
    /// Not excluded: a person's page view.
    NONE(0, "none", "counted"),
    /// A crawler that says so in its user agent.
    BOT(1, "bot", "bots"),
    /// A browser without a window.
    HEADLESS(2, "headless", "headless browsers"),
    /// A synthetic test of another product.
    SYNTHETIC(3, "synthetic", "synthetic tests"),
    /// A run of this product.
    OURS(4, "ours", "Parallax's own runs");

    private static final List<Exclusion> ALL = List.of(values());

    private final int code;
    private final String key;
    private final String label;

    Exclusion(int code, String key, String label) {
        this.code = code;
        this.key = key;
        this.label = label;
    }

    /// All of them, [#NONE] first; the position is the code.
    public static List<Exclusion> all() {
        return ALL;
    }

    /// The one with this key, whatever its case.
    public static Optional<Exclusion> byKey(String key) {
        return Arrays.stream(values())
                .filter(one -> one.key.equals(key.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// The one with this label.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Exclusion byLabel(String label) {
        return Arrays.stream(values())
                .filter(one -> one.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no exclusion: " + label));
    }

    /// The number in columns and in the workspace file.
    public int code() {
        return code;
    }

    /// The word in files and on the command line: `bot`.
    public String key() {
        return key;
    }

    /// Whose page views these are, in words: `headless browsers`.
    public String label() {
        return label;
    }
}
