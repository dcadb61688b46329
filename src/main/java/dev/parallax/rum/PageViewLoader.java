package dev.parallax.rum;

import java.util.Map;

/// Reads the stored columns of one data set, chunk by chunk in the order they were written.
///
/// A column that was stored for no chunk, or not for this one, is delivered with every entry
/// missing, unknown, counted or of weight 1. Failures are thrown as
/// [dev.parallax.problem.ProblemException].
public interface PageViewLoader {

    /// Reads a metric, a dimension, the page, the exclusion or the weight (as the bits of its
    /// float).
    void readInts(Column column, IntChunks into);

    /// Reads the time, the session, the user or the page view's own id.
    void readLongs(Column column, LongChunks into);

    /// Reads all columns of one row, and no more than the chunk it is in.
    ///
    /// @param row of the data set, from 0
    /// @return entries as [Chunk] has them, the weight as the bits of its float; a column may be
    ///   left out where its entry is missing, unknown, counted or of weight 1
    Map<Column, Long> readRow(int row);

    Dictionaries dictionaries();

    /// Takes one chunk of a column after the other.
    @FunctionalInterface
    interface IntChunks {
        /// Takes the entries of one chunk.
        ///
        /// @param firstRow the data set's row of the first entry
        /// @param entries valid only during the call
        /// @param rows entries that count
        void accept(int firstRow, int[] entries, int rows);
    }

    /// Takes one chunk of a column after the other.
    @FunctionalInterface
    interface LongChunks {
        /// Takes the entries of one chunk.
        ///
        /// @param firstRow the data set's row of the first entry
        /// @param entries valid only during the call
        /// @param rows entries that count
        void accept(int firstRow, long[] entries, int rows);
    }
}
