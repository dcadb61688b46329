package dev.parallax.importer.layout;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/// Gives the lines of a text one after the other as parts of one array.
public final class LineReader {
    private final Reader reader;
    private final int longest;
    private char[] buffer = new char[1 << 16];
    private int from;
    private int filled;
    private int lineFrom;
    private int lineLength;
    private long number;
    private boolean tooLong;
    private boolean atEnd;
    private boolean wasFilled;

    /// @param longest characters of a line that is kept; of a longer one only the number is known
    public LineReader(Reader reader, int longest) {
        this.reader = reader;
        this.longest = longest;
    }

    /// Goes to the next line, and looks whether it is built like one before.
    ///
    /// @return false after the last one
    public boolean next(LineShapes<?> shapes) throws IOException {
        if (shapes.find(buffer, from, filled)) {
            tooLong = false;
            line(shapes.end());
            from = shapes.end() + 1;
            return true;
        }
        wasFilled = false;
        boolean isThere = next();
        if (isThere && wasFilled && !tooLong) {
            // only its beginning was there to be looked at
            shapes.find(buffer, lineFrom, filled);
        }
        return isThere;
    }

    /// Goes to the next line.
    ///
    /// @return false after the last one
    public boolean next() throws IOException {
        tooLong = false;
        int scanned = from;
        while (true) {
            for (int at = scanned; at < filled; at++) {
                if (buffer[at] == '\n') {
                    line(at);
                    from = at + 1;
                    return true;
                }
            }
            scanned = filled;
            if (atEnd) {
                boolean hasLast = from < filled || tooLong;
                line(filled);
                from = filled;
                return hasLast;
            }
            scanned -= fill();
        }
    }

    private void line(int end) {
        lineFrom = from;
        lineLength = end > from && buffer[end - 1] == '\r' ? end - from - 1 : end - from;
        number++;
    }

    /// Reads on, after moving the beginning of the line to the front.
    ///
    /// @return by how much it was moved
    private int fill() throws IOException {
        wasFilled = true;
        int moved = from;
        System.arraycopy(buffer, from, buffer, 0, filled - from);
        filled -= from;
        from = 0;
        if (filled > longest) {
            moved += filled;
            filled = 0;
            tooLong = true;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = reader.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            atEnd = true;
        } else {
            filled += read;
        }
        return moved;
    }

    public char[] text() {
        return buffer;
    }

    /// Where in [#text()] the line begins.
    public int from() {
        return lineFrom;
    }

    /// Its length without the line break.
    public int length() {
        return lineLength;
    }

    /// Counted from 1.
    public long number() {
        return number;
    }

    /// Whether the line was longer than is kept; [#text()] then holds only its end.
    public boolean isTooLong() {
        return tooLong;
    }

    public boolean isBlank() {
        for (int at = lineFrom; at < lineFrom + lineLength; at++) {
            if (buffer[at] > ' ') {
                return false;
            }
        }
        return !tooLong;
    }
}
