package dev.parallax.store;

import dev.parallax.problem.ProblemException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/// The one way to an open workspace file: writes in a queue, each a transaction on one thread;
/// reads beside them, each a consistent look on the caller's thread.
///
/// Every failure a person can act on comes out as a [ProblemException]; the file is then as it was
/// before the failed work.
final class Database implements AutoCloseable {
    /// 64 pages are 1 MB: half of what the ballast gave.
    private static final String GIVE_PAGES_BACK =
            """
            PRAGMA incremental_vacuum(64);
            PRAGMA wal_checkpoint(TRUNCATE);
            """;

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final WorkspaceProblems problems;
    private final Readers readers;
    private final Handle results;
    private final Handle imports;
    private final Ballast ballast;
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("workspace-writer").daemon().factory());

    private Database(
            Connections connections, WorkspaceProblems problems, Handle results, Handle imports) {
        this.problems = problems;
        this.readers = new Readers(connections, problems);
        this.results = results;
        this.imports = imports;
        this.ballast = new Ballast(connections.file());
        ballast.take();
    }

    /// Opens the file, which has been looked at and brought to the current version before.
    static Database open(Connections connections) {
        var problems = new WorkspaceProblems(connections.file());
        try {
            Handle results = connections.forResults();
            try {
                return new Database(connections, problems, results, connections.forImports());
            } catch (RuntimeException failed) {
                results.close();
                throw failed;
            }
        } catch (RuntimeException failed) {
            throw problems.explain(failed);
        }
    }

    /// Does the work in one transaction that is on the disk when this returns: for results and
    /// journeys.
    ///
    /// @throws ProblemException if the disk is full, the file locked, write-protected or damaged
    <T> T write(Work<T> work) {
        return onWriter(() -> recorded("results", () -> transaction(results, work)));
    }

    /// As [#write], but on a full disk the ballast is given up for it: for deleting and for the few
    /// bytes that say how the schedule stands.
    ///
    /// @throws ProblemException as [#write], on a full disk only when the ballast is used up as
    ///   well
    <T> T writeWithBallast(Work<T> work) {
        return onWriter(() -> transactionWithBallast(work));
    }

    /// Does the work in one transaction that a power cut may take back, as a whole and with those
    /// after it: for page views and pictures. Short pieces, please: results wait meanwhile.
    ///
    /// @throws ProblemException as [#write]; the disk also counts as full when less is left than
    ///   one such piece may need
    <T> T writeBulk(Work<T> work) {
        return onWriter(() -> bulkTransaction(work));
    }

    /// Looks at the file as it is at this moment, whatever is written meanwhile. Short, please: the
    /// write-ahead log grows as long as somebody looks.
    <T> T read(Work<T> work) {
        try {
            return readers.read(work);
        } catch (SQLException failed) {
            throw problems.explain(new ConnectionException(failed));
        } catch (RuntimeException failed) {
            throw problems.explain(failed);
        }
    }

    /// Does work that cannot be in a transaction (`VACUUM`, checkpoints) on the writer thread.
    <T> T alone(Work<T> work) {
        return onWriter(() -> recorded("alone", () -> work.run(results)));
    }

    /// Waits for the writes in the queue, then closes all connections. Closing twice is harmless.
    @Override
    public synchronized void close() {
        if (writer.isShutdown()) {
            return;
        }
        try {
            onWriter(this::closeConnections);
        } finally {
            writer.close();
        }
    }

    private boolean closeConnections() {
        readers.close();
        imports.close();
        results.close();
        ballast.close();
        return true;
    }

    private <T> T transactionWithBallast(Work<T> work) throws SQLException {
        T result;
        try {
            result = recorded("results", () -> transaction(results, work));
        } catch (SQLException | RuntimeException failed) {
            if (!isFull(failed) || !ballast.release()) {
                throw failed;
            }
            result = transaction(results, work);
        }
        if (ballast.isReleased()) {
            makeRoom();
        }
        return result;
    }

    /// Gives the space of deleted rows and of the log back to the disk as far as it goes, then
    /// holds some back again. A few pages at a time: moving them needs space in the log first, and
    /// the log can only be cut back when the file need not grow for it.
    private void makeRoom() {
        try {
            int unused = freePages();
            int before;
            do {
                before = unused;
                script(results, GIVE_PAGES_BACK);
                unused = freePages();
            } while (unused < before);
        } catch (SQLException | JdbiException failed) {
            // the work itself is done; the space comes back with a later one
            LOG.warn("cannot give space back to the disk yet: {}", failed.toString());
        }
        ballast.take();
    }

    private int freePages() {
        return results.createQuery("PRAGMA freelist_count").mapTo(int.class).one();
    }

    private <T> T bulkTransaction(Work<T> work) throws SQLException {
        if (!ballast.leavesRoomForBulk()) {
            throw new ProblemException(problems.diskFull());
        }
        return recorded("import", () -> transaction(imports, work));
    }

    private static <T> T recorded(String kind, Job<T> job) throws SQLException {
        TransactionEvent event = TransactionEvent.begin(kind);
        try {
            return job.run();
        } finally {
            event.commit();
        }
    }

    private static boolean isFull(Exception failed) {
        return WorkspaceProblems.primaryCode(failed) == SQLiteErrorCode.SQLITE_FULL;
    }

    /// Runs several statements, which Jdbi would not, each to its end, which JDBC's `execute` would
    /// not.
    static void script(Handle handle, String statements) throws SQLException {
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.executeUpdate(statements);
        }
    }

    /// The lock is taken at the start: a transaction that reads first and writes later would fail
    /// at once, without waiting, when another process wrote in between.
    static <T> T transaction(Handle handle, Work<T> work) throws SQLException {
        handle.execute("BEGIN IMMEDIATE");
        try {
            T result = work.run(handle);
            handle.execute("COMMIT");
            return result;
        } catch (SQLException | RuntimeException | Error failed) {
            rollBack(handle, failed);
            throw failed;
        }
    }

    /// SQLite has already rolled back by itself after some failures, a full disk among them.
    private static void rollBack(Handle handle, Throwable because) {
        try {
            handle.execute("ROLLBACK");
        } catch (RuntimeException alreadyRolledBack) {
            because.addSuppressed(alreadyRolledBack);
        }
    }

    private interface Job<T> {
        T run() throws SQLException;
    }

    private <T> T onWriter(Job<T> job) {
        var done = new CompletableFuture<T>();
        try {
            writer.execute(() -> complete(done, job));
        } catch (RejectedExecutionException closed) {
            throw new ProblemException(problems.closed(), closed);
        }
        return await(done);
    }

    private <T> void complete(CompletableFuture<T> done, Job<T> job) {
        try {
            done.complete(job.run());
        } catch (SQLException failed) {
            done.completeExceptionally(problems.explain(new ConnectionException(failed)));
        } catch (RuntimeException failed) {
            done.completeExceptionally(problems.explain(failed));
        } catch (Error failed) {
            done.completeExceptionally(failed);
        }
    }

    /// Waits to the end even if interrupted: the write happens anyway, and its caller has to know
    /// how it went. The interrupt is kept for whoever asks next.
    private static <T> T await(CompletableFuture<T> done) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return done.get();
                } catch (InterruptedException _) {
                    interrupted = true;
                } catch (ExecutionException failed) {
                    throw asUnchecked(failed.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException asUnchecked(@Nullable Throwable failed) {
        return switch (failed) {
            case Error error -> throw error;
            case RuntimeException unchecked -> unchecked;
            case null, default -> new IllegalStateException(failed);
        };
    }
}
