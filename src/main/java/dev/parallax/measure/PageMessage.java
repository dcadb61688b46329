package dev.parallax.measure;

import java.util.Locale;

/// Something a page said on its console, or an error that none of its scripts caught.
///
/// @param atMillis from the start of the iteration, milliseconds
/// @param level how bad it is
/// @param text at most 2,000 characters
/// @param source file and line, `https://shop.example/app.js:12`; empty if unknown
public record PageMessage(double atMillis, Level level, String text, String source) {
    /// How many messages of an iteration are kept.
    public static final int MOST = 200;

    private static final int LONGEST = 2_000;

    /// How bad a message is.
    public enum Level {
        /// An error that no script caught.
        UNCAUGHT,
        ERROR,
        WARNING,
        INFO,
        DEBUG;

        /// The word in files and JSON.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PageMessage {
        text = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /// True for errors, caught or not.
    public boolean isError() {
        return level == Level.UNCAUGHT || level == Level.ERROR;
    }
}
