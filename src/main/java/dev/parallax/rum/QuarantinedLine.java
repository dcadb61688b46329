package dev.parallax.rum;

/// A line of the source that was not used, or not wholly, kept for the user to look at.
///
/// @param reason in a few words
/// @param file its name
/// @param line counted from 1
/// @param text the line after everything private was taken out; cut off at [#LONGEST]
public record QuarantinedLine(String reason, String file, long line, String text) {
    /// Lines kept of one import; the rest is only counted.
    public static final int MOST = 10_000;

    /// Characters kept of a line.
    public static final int LONGEST = 2_000;

    public QuarantinedLine {
        if (text.length() > LONGEST) {
            text = text.substring(0, LONGEST);
        }
    }
}
