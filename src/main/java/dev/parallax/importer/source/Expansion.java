package dev.parallax.importer.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/// How much comes out of one packed file, however many there are in it: it ends what would go on
/// for ever.
final class Expansion {
    /// Real exports unpack to 3 to 30 times their size.
    static final int LARGEST_RATIO = 250;

    /// Less than this is harmless, and may be one row again and again.
    private static final long ALWAYS_FINE = 64L << 20;

    private final String name;
    private final long size;
    private final AtomicLong unpacked = new AtomicLong();

    /// @param size of the packed file
    Expansion(String name, long size) {
        this.name = name;
        this.size = size;
    }

    /// Counts what is read.
    InputStream watch(InputStream unpacking) {
        return new Watched(unpacking);
    }

    private void add(int bytes) {
        long all = unpacked.addAndGet(bytes);
        if (all > ALWAYS_FINE && all / LARGEST_RATIO > size) {
            throw SourceProblems.bomb(name, size);
        }
    }

    private final class Watched extends FilterInputStream {
        Watched(InputStream unpacking) {
            super(unpacking);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) {
                add(1);
            }
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            if (read > 0) {
                add(read);
            }
            return read;
        }
    }
}
