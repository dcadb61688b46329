package dev.parallax.importer;

import dev.parallax.rum.Chunk;
import dev.parallax.rum.PageViewSink;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// Carries chunks from the thread that reads the source to one that stores them, and the emptied
/// chunks back. There are only so many chunks, so the faster side waits for the slower one.
///
/// If storing fails, the following chunks are thrown away, so that the reader never waits in vain;
/// it learns of the failure from its next call.
final class Conveyor implements AutoCloseable {
    /// One being filled, one being stored and two between: 20 MB.
    private static final int CHUNKS = 4;

    private final PageViewSink sink;
    private final BlockingQueue<Optional<Chunk>> full = new ArrayBlockingQueue<>(CHUNKS + 1);
    private final BlockingQueue<Chunk> empty = new ArrayBlockingQueue<>(CHUNKS);
    private final Thread storer;
    private volatile boolean unwanted;
    private volatile @Nullable Throwable failure;

    Conveyor(PageViewSink sink) {
        this.sink = sink;
        for (int i = 0; i < CHUNKS; i++) {
            empty.add(new Chunk());
        }
        storer = Thread.ofPlatform().name("import-storer").daemon().start(this::store);
    }

    /// An empty chunk; waits until there is one.
    Chunk take() {
        try {
            return empty.take();
        } catch (InterruptedException interrupted) {
            throw cancelled(interrupted);
        }
    }

    /// Gives a chunk away to be stored.
    void send(Chunk chunk) {
        throwIfFailed();
        full.add(Optional.of(chunk));
    }

    /// Waits until everything is stored.
    void finish() {
        full.add(Optional.empty());
        join();
        throwIfFailed();
    }

    /// Ends the storing thread. What it has not begun to store by now is thrown away.
    @Override
    public void close() {
        if (storer.isAlive()) {
            unwanted = true;
            full.add(Optional.empty());
            join();
        }
    }

    private void join() {
        try {
            storer.join();
        } catch (InterruptedException interrupted) {
            throw cancelled(interrupted);
        }
    }

    private static CancellationException cancelled(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        var cancelled = new CancellationException("interrupted");
        cancelled.initCause(interrupted);
        return cancelled;
    }

    private void throwIfFailed() {
        switch (failure) {
            case null -> {}
            case RuntimeException failed -> throw failed;
            case Error failed -> throw failed;
            case Throwable impossible -> throw new IllegalStateException(impossible);
        }
    }

    private void store() {
        try {
            for (var next = full.take(); next.isPresent(); next = full.take()) {
                Chunk chunk = next.get();
                if (failure == null && !unwanted) {
                    write(chunk);
                }
                chunk.clear();
                empty.put(chunk);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Chunk chunk) {
        try {
            sink.write(chunk);
        } catch (RuntimeException | Error failed) {
            failure = failed;
        }
    }
}
