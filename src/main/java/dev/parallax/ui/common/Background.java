package dev.parallax.ui.common;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one way from the window's thread to work that takes time, and back. Every call demands a
/// handler for failure, so no failure can be lost.
public final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final Executor workers;
    private final Executor window;
    private final Tasks tasks;

    /// @param workers does the work
    /// @param window runs the handlers
    /// @param tasks where named work shows up while it runs
    public Background(Executor workers, Executor window, Tasks tasks) {
        this.workers = workers;
        this.window = window;
        this.tasks = tasks;
    }

    /// Work on virtual threads, handlers on the JavaFX thread.
    public static Background onVirtualThreads(Tasks tasks) {
        var factory = Thread.ofVirtual().name("work-", 1).factory();
        return new Background(
                Executors.newThreadPerTaskExecutor(factory), Platform::runLater, tasks);
    }

    /// Everything at once on the caller's thread, for tests.
    public static Background onCallersThread() {
        return new Background(Runnable::run, Runnable::run, new Tasks(Runnable::run));
    }

    /// The work under way and done.
    public Tasks tasks() {
        return tasks;
    }

    /// Does work a person waits for: it shows in the task drawer with progress, estimate and
    /// cancel.
    ///
    /// @param title what the work is, in a few words
    /// @param done gets the result, unless the work failed or was cancelled
    /// @param failed gets the problem
    /// @param ended runs in any case, last
    public <T> void run(
            String title,
            Work<T> work,
            Consumer<? super T> done,
            Consumer<? super Problem> failed,
            Runnable ended) {
        Task task = tasks.start(title);
        execute(
                work,
                task,
                result -> {
                    task.finish();
                    done.accept(result);
                },
                problem -> {
                    task.fail(problem);
                    failed.accept(problem);
                },
                () -> {
                    task.endCancelled();
                    ended.run();
                });
    }

    /// Does short work without a trace in the task drawer: reading a list, a file's head.
    public <T> void load(Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
        load(work, Progress.NONE, done, failed, () -> {});
    }

    /// Does short work without a trace in the task drawer that may be cancelled.
    ///
    /// @param progress cancels it
    /// @param ended runs in any case, last
    public <T> void load(
            Work<T> work,
            Progress progress,
            Consumer<? super T> done,
            Consumer<? super Problem> failed,
            Runnable ended) {
        execute(work, progress, done, failed, ended);
    }

    /// Runs an action on the window's thread, from any other.
    public void tell(Runnable action) {
        window.execute(action);
    }

    private <T> void execute(
            Work<T> work,
            Progress progress,
            Consumer<? super T> done,
            Consumer<? super Problem> failed,
            Runnable ended) {
        workers.execute(() -> {
            Runnable handler = outcome(work, progress, done, failed);
            window.execute(() -> {
                try {
                    handler.run();
                } finally {
                    ended.run();
                }
            });
        });
    }

    /// The thread's edge: whatever is thrown becomes a problem for people, and the unexpected a log
    /// entry.
    private static <T> Runnable outcome(
            Work<T> work,
            Progress progress,
            Consumer<? super T> done,
            Consumer<? super Problem> failed) {
        try {
            T result = work.run(progress);
            return () -> done.accept(result);
        } catch (CancellationException | InterruptedException _) {
            return () -> {};
        } catch (ProblemException e) {
            return () -> failed.accept(e.problem());
        } catch (Throwable e) {
            LOG.error("unexpected failure in background work", e);
            return () -> failed.accept(unexpected(e));
        }
    }

    private static Problem unexpected(Throwable e) {
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return Problem.environment(
                "unexpected-failure",
                Texts.of("common.unexpected.what"),
                why,
                Texts.of("common.unexpected.next"));
    }
}
