package dev.parallax.rum;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Why a value that was read is taken for missing.
///
/// The codes never change: they are in the workspace file.
public enum QuarantineReason {
    NOT_A_NUMBER(0, "not-a-number", "not a number"),
    NEGATIVE(1, "negative", "negative"),
    /// Over the largest value a page view can have.
    TOO_LARGE(2, "too-large", "over the largest plausible value"),
    /// What an unsigned 32-bit counter or a clock shows after going below 0: 4294967295.
    OVERFLOW(3, "overflow", "a counter that ran over"),
    /// A number that the source writes where it has none: -1, 0 of a paint that never happened.
    SENTINEL(4, "sentinel", "stands for \"no value\""),
    /// Impossible beside the page view's other values: a paint before the first byte.
    CONTRADICTION(5, "contradiction", "contradicts the page view's other values");

    private static final List<QuarantineReason> ALL = List.of(values());

    private final int code;
    private final String key;
    private final String label;

    QuarantineReason(int code, String key, String label) {
        this.code = code;
        this.key = key;
        this.label = label;
    }

    /// All of them; the position is the code.
    public static List<QuarantineReason> all() {
        return ALL;
    }

    /// The one with this key, whatever its case.
    public static Optional<QuarantineReason> byKey(String key) {
        return Arrays.stream(values())
                .filter(one -> one.key.equals(key.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// The number in columns and in the workspace file.
    public int code() {
        return code;
    }

    /// The word in files and on the command line: `too-large`.
    public String key() {
        return key;
    }

    /// The reason in a few words.
    public String label() {
        return label;
    }
}
