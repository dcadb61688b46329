package dev.parallax.measure;

import java.util.Locale;

/// What made the browser send a request.
///
/// @param kind the sort of cause
/// @param url where the cause stands: the page, the script, the style sheet, or the address that
///   sent the visitor on; empty if unknown
/// @param line in that file, counted from 1, 0 if unknown
public record Initiator(Kind kind, String url, int line) {
    /// Nothing is known about the cause.
    public static final Initiator UNKNOWN = new Initiator(Kind.OTHER, "", 0);

    /// Sorts of causes.
    public enum Kind {
        /// A step of the journey, or the visitor's address bar.
        VISITOR,
        /// The page's own markup.
        PARSER,
        /// A script.
        SCRIPT,
        /// The answer before it, which named another address.
        REDIRECT,
        /// A hint to load early.
        PRELOAD,
        /// Anything else, or unknown.
        OTHER;

        /// The word in files and JSON.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Initiator {
        if (line < 0) {
            throw new IllegalArgumentException("lines are counted from 1: " + line);
        }
    }
}
