package dev.parallax.importer;

import dev.parallax.importer.parquet.ColumnTaker.Zone;
import java.time.Instant;

/// Reads one column of the source into a draft.
@FunctionalInterface
interface Cell {
    /// Takes the text in a part of an array; an empty one is "no value".
    void read(char[] source, int from, int length, Draft draft);

    /// Takes a number that was never a text.
    default void readNumber(double number, Draft draft) {
        boolean isWhole = number == (long) number;
        char[] text =
                (isWhole ? Long.toString((long) number) : Double.toString(number)).toCharArray();
        read(text, 0, text.length, draft);
    }

    /// Takes a point in time that was never a text.
    ///
    /// @param millis since 1970
    /// @param zone whether the source says that it is UTC
    default void readTime(long millis, Zone zone, Draft draft) {
        char[] text = Instant.ofEpochMilli(millis).toString().toCharArray();
        read(text, 0, text.length, draft);
    }
}
