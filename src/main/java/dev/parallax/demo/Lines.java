package dev.parallax.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Writes text and numbers into a stream without a string for each number.
final class Lines {
    private static final int ROOM_FOR_A_NUMBER = 32;
    private static final long MILLIS_A_DAY = 86_400_000;

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private long day = Long.MIN_VALUE;
    private byte[] date = new byte[0];

    Lines(OutputStream out) {
        this.out = out;
    }

    Lines text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (at + bytes.length > buffer.length) {
            flush();
        }
        if (bytes.length > buffer.length) {
            out.write(bytes);
            return this;
        }
        System.arraycopy(bytes, 0, buffer, at, bytes.length);
        at += bytes.length;
        return this;
    }

    Lines character(char ascii) throws IOException {
        room();
        buffer[at++] = (byte) ascii;
        return this;
    }

    /// A number with this many digits after the point; nothing at all for NaN.
    ///
    /// @param value at least 0
    /// @param places 0 to 4
    Lines number(double value, int places) throws IOException {
        if (Double.isNaN(value)) {
            return this;
        }
        room();
        long scale = 1;
        for (int i = 0; i < places; i++) {
            scale *= 10;
        }
        long fixed = Math.round(value * scale);
        digits(fixed / scale, 1);
        if (places > 0) {
            buffer[at++] = '.';
            digits(fixed % scale, places);
        }
        return this;
    }

    Lines whole(long number) throws IOException {
        room();
        digits(number, 1);
        return this;
    }

    /// A moment in UTC: `2026-05-31T23:59:59.123Z`.
    Lines moment(long epochMillis) throws IOException {
        room();
        long thisDay = Math.floorDiv(epochMillis, MILLIS_A_DAY);
        if (thisDay != day) {
            day = thisDay;
            String iso = Instant.ofEpochMilli(thisDay * MILLIS_A_DAY).toString();
            date = iso.substring(0, "2026-05-31T".length()).getBytes(StandardCharsets.US_ASCII);
        }
        System.arraycopy(date, 0, buffer, at, date.length);
        at += date.length;
        long millis = Math.floorMod(epochMillis, MILLIS_A_DAY);
        digits(millis / 3_600_000, 2);
        buffer[at++] = ':';
        digits(millis / 60_000 % 60, 2);
        buffer[at++] = ':';
        digits(millis / 1_000 % 60, 2);
        buffer[at++] = '.';
        digits(millis % 1_000, 3);
        buffer[at++] = 'Z';
        return this;
    }

    /// Hands all that was written to the stream.
    void flush() throws IOException {
        out.write(buffer, 0, at);
        at = 0;
    }

    private void room() throws IOException {
        if (at + ROOM_FOR_A_NUMBER > buffer.length) {
            flush();
        }
    }

    /// Writes at least this many digits.
    private void digits(long number, int least) {
        int count = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            count++;
        }
        count = Math.max(count, least);
        long rest = number;
        for (int i = count - 1; i >= 0; i--) {
            buffer[at + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        at += count;
    }
}
