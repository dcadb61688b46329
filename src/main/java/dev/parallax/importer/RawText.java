package dev.parallax.importer;

/// Where a record stands in the reader's buffer, as it is in the file: to be kept for the user if
/// the record cannot be used. Costs nothing for those that can.
final class RawText {
    private static final char[] NONE = {};

    private char[] text = NONE;
    private int from;
    private int end;
    private boolean cutOff;

    void clear() {
        text = NONE;
        from = 0;
        end = 0;
        cutOff = false;
    }

    /// A further part of the record. When the reader has moved its buffer meanwhile, what came
    /// before is lost.
    @SuppressWarnings("ReferenceEquality") // whether it is the same buffer is the question
    void extend(char[] buffer, int start, int length) {
        if (text != buffer || start < end) {
            cutOff = text != NONE;
            text = buffer;
            from = start;
        }
        end = start + length;
    }

    /// The record is all of this.
    void set(char[] buffer, int start, int length) {
        text = buffer;
        from = start;
        end = start + length;
        cutOff = false;
    }

    /// The record; valid until the reader goes on. Only `…` if a part of it is lost: what is left
    /// could not be scrubbed, since nobody knows which column it begins in.
    String text() {
        return cutOff ? "…" : new String(text, from, end - from);
    }
}
