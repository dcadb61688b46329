package dev.parallax.rum;

import dev.parallax.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Goes through the rows of a data set piece by piece, on two threads where it pays: the caller's
/// and one of the common pool, which may come late or never without anybody waiting for it.
///
/// Which thread gets which piece differs from run to run, so what a worker gathers must add up to
/// the same in any order: whole numbers, or entries of an array that belong to one row each.
///
/// @param <W> what one thread gathers
final class Scan<W> {
    /// A chunk: cancelling waits for no more than this, some tens of microseconds.
    private static final int PIECE_ROWS = Chunk.CAPACITY;

    private static final int PIECE_WORDS = PIECE_ROWS >>> 6;

    /// With fewer pieces the second thread costs more than it does.
    private static final int ENOUGH_PIECES = 8;

    private final int rows;
    private final Progress progress;
    private final Supplier<W> workers;
    private final Piece<W> piece;
    private final AtomicInteger next = new AtomicInteger();
    private final List<W> gathered = new ArrayList<>();
    private int working;
    private boolean closed;
    private @Nullable Throwable failure;

    /// Works through some rows.
    @FunctionalInterface
    interface Piece<W> {
        /// Goes through the rows of one piece.
        ///
        /// @param from the first row, a multiple of 64
        /// @param to the first row that does not belong to the piece
        void scan(W worker, int from, int to);
    }

    /// Works through some words of a selection.
    @FunctionalInterface
    interface Words {
        void scan(int from, int to);
    }

    private Scan(int rows, Progress progress, Supplier<W> workers, Piece<W> piece) {
        this.rows = rows;
        this.progress = progress;
        this.workers = workers;
        this.piece = piece;
    }

    /// Goes through all rows.
    ///
    /// @return what each thread gathered: one or two
    /// @throws CancellationException if it was cancelled; within one piece
    static <W> List<W> rows(int rows, Progress progress, Supplier<W> workers, Piece<W> piece) {
        return new Scan<>(rows, progress, workers, piece).run();
    }

    /// Goes through all words of a selection of so many rows.
    ///
    /// @throws CancellationException if it was cancelled; within one piece
    static void words(int rows, Progress progress, Words words) {
        Scan.<Words>rows(
                rows,
                progress,
                () -> words,
                (worker, from, to) -> worker.scan(from >>> 6, Selection.wordsFor(to)));
    }

    private List<W> run() {
        if (pieces() >= ENOUGH_PIECES && ForkJoinPool.getCommonPoolParallelism() > 0) {
            ForkJoinPool.commonPool().execute(this::work);
        }
        work();
        awaitOthers();
        switch (failure) {
            case null -> {}
            case RuntimeException failed -> throw failed;
            case Error failed -> throw failed;
            case Throwable impossible -> throw new IllegalStateException(impossible);
        }
        return gathered;
    }

    private int pieces() {
        return (Selection.wordsFor(rows) + PIECE_WORDS - 1) / PIECE_WORDS;
    }

    private void work() {
        if (!enter()) {
            return;
        }
        try {
            W worker = workers.get();
            int pieces = pieces();
            for (int at = next.getAndIncrement(); at < pieces; at = next.getAndIncrement()) {
                progress.throwIfCancelled();
                int from = at * PIECE_ROWS;
                piece.scan(worker, from, Math.min(rows - from, PIECE_ROWS) + from);
            }
            leave(worker, null);
        } catch (RuntimeException | Error failed) {
            next.set(pieces());
            leave(null, failed);
        }
    }

    private synchronized boolean enter() {
        if (closed) {
            return false;
        }
        working++;
        return true;
    }

    private synchronized void leave(@Nullable W worker, @Nullable Throwable failed) {
        working--;
        if (worker != null) {
            gathered.add(worker);
        }
        if (failure == null) {
            failure = failed;
        }
        notifyAll();
    }

    /// Waits for whoever has begun a piece, even if interrupted: it writes into shared arrays.
    private synchronized void awaitOthers() {
        closed = true;
        boolean interrupted = false;
        while (working > 0) {
            try {
                wait();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
