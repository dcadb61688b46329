package dev.parallax.store;

import dev.parallax.problem.ProblemException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// A few connections that only read, opened when first needed and used again.
final class Readers implements AutoCloseable {
    /// The window, its background work and two threads that load columns.
    private static final int LIMIT = 4;

    private final Connections connections;
    private final WorkspaceProblems problems;
    private final Semaphore permits = new Semaphore(LIMIT, true);
    private final Deque<Handle> idle = new ArrayDeque<>();
    private boolean closed;

    Readers(Connections connections, WorkspaceProblems problems) {
        this.connections = connections;
        this.problems = problems;
    }

    /// Does the work on a connection of its own, in one read transaction. Waits for a free one.
    <T> T read(Work<T> work) throws SQLException {
        permits.acquireUninterruptibly();
        try {
            Handle handle = take();
            try {
                return look(handle, work);
            } finally {
                giveBack(handle);
            }
        } finally {
            permits.release();
        }
    }

    private static <T> T look(Handle handle, Work<T> work) throws SQLException {
        handle.execute("BEGIN");
        try {
            return work.run(handle);
        } finally {
            handle.execute("ROLLBACK");
        }
    }

    private Handle take() {
        Handle handle = pollIdle();
        return handle == null ? connections.forReading() : handle;
    }

    private synchronized @Nullable Handle pollIdle() {
        if (closed) {
            throw new ProblemException(problems.closed());
        }
        return idle.poll();
    }

    private synchronized void giveBack(Handle handle) {
        if (closed) {
            handle.close();
        } else {
            idle.push(handle);
        }
    }

    /// Closes the idle connections now and those in use when they come back.
    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(Handle::close);
        idle.clear();
    }
}
