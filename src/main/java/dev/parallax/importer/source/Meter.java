package dev.parallax.importer.source;

import dev.parallax.progress.Progress;
import java.util.concurrent.CancellationException;

/// Tells the progress of an import by the bytes read so far of all files, and ends it once it is
/// cancelled. For the thread that reads.
public final class Meter {
    /// Told in steps of a hundredth.
    private static final int STEPS = 100;

    private final Progress progress;
    private final long total;
    private String what = "";
    private long before;
    private long size;
    private long toldAt = -1;

    /// @param total bytes of all files on the disk
    public Meter(Progress progress, long total) {
        this.progress = progress;
        this.total = total;
    }

    /// What follows is of this source; the one before is done.
    public void begin(Source source) {
        before += size;
        size = source.size();
        what = "reading " + source.name();
    }

    /// How far the source is.
    ///
    /// @param bytes of it that were read, as they lie on the disk
    /// @throws CancellationException if the import was cancelled
    public void at(long bytes) {
        progress.throwIfCancelled();
        long done = before + Math.clamp(bytes, 0, size);
        long step = total == 0 ? STEPS : done * STEPS / total;
        if (step != toldAt) {
            toldAt = step;
            progress.report(Math.min(1, (double) done / Math.max(1, total)), what);
        }
    }
}
