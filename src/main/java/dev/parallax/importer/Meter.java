package dev.parallax.importer;

import dev.parallax.progress.Progress;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;

/// Tells the progress of an import by the bytes read so far, and stops reading once it is
/// cancelled.
final class Meter {
    /// Told in steps of a hundredth.
    private static final int STEPS = 100;

    private final Progress progress;
    private final long total;
    private String what = "";
    private long done;
    private long toldAt = -1;

    /// @param total bytes of all files
    Meter(Progress progress, long total) {
        this.progress = progress;
        this.total = total;
    }

    /// What follows is of this file.
    void begin(String file) {
        what = "reading " + file;
    }

    /// Counts what is read from a file as it lies on the disk.
    InputStream count(InputStream file) {
        return new Counting(file);
    }

    /// @throws CancellationException if the import was cancelled
    void read(int bytes) {
        progress.throwIfCancelled();
        done += bytes;
        long step = total == 0 ? STEPS : done * STEPS / total;
        if (step != toldAt) {
            toldAt = step;
            progress.report(Math.min(1, (double) done / Math.max(1, total)), what);
        }
    }

    private final class Counting extends FilterInputStream {
        Counting(InputStream file) {
            super(file);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) {
                Meter.this.read(1);
            }
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            Meter.this.read(Math.max(0, read));
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            done += skipped;
            return skipped;
        }
    }
}
