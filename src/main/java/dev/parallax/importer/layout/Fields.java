package dev.parallax.importer.layout;

/// Takes the texts of one record after the other.
public interface Fields {
    /// The records that follow are on this line, as it is in the file. Not told where records may
    /// span lines.
    ///
    /// @param text valid until the next line is read
    default void line(char[] text, int from, int length) {}

    /// A record begins.
    ///
    /// @param line where in the file, counted from 1
    void begin(long line);

    /// A text of the record was found. One place may be met several times, in any order with
    /// others.
    ///
    /// @param slot the number of the path, as in [Layout#of]
    /// @param text valid only during the call
    void field(int slot, char[] text, int from, int length);

    /// The record is complete.
    void end();

    /// The record, begun or not, can be made no sense of.
    ///
    /// @param line where in the file, counted from 1
    void broken(long line, Fault fault);

    /// Why a record cannot be made sense of.
    enum Fault {
        /// It is not of the syntax that the file has.
        SYNTAX,
        /// It is larger than is kept in memory.
        SIZE
    }
}
