package dev.parallax.ui.common;

import dev.parallax.problem.Problem;
import dev.parallax.progress.Progress;
import dev.parallax.progress.Stoppable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// One piece of work in the task drawer. Takes reports on any thread; its properties change on the
/// window's thread only.
public final class Task implements Progress {

    /// Where a task stands.
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    private record Report(double fraction, String what) {}

    private final String title;
    private final Executor window;
    private final long startedNanos = System.nanoTime();
    private final AtomicReference<@Nullable Report> unseen = new AtomicReference<>();
    private final Stoppable stoppable = new Stoppable();

    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(Double.NaN);
    private final ReadOnlyStringWrapper what = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);

    Task(String title, Executor window) {
        this.title = title;
        this.window = window;
    }

    public String title() {
        return title;
    }

    /// Done so far, 0 to 1; NaN while it cannot be known.
    public ReadOnlyDoubleProperty fraction() {
        return fraction.getReadOnlyProperty();
    }

    /// The part under way, and in the end how it went.
    public ReadOnlyStringProperty what() {
        return what.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    public boolean isRunning() {
        return state.get() == State.RUNNING;
    }

    /// How much longer it takes if it goes on as so far; empty before a fiftieth is done.
    public Optional<Duration> remaining() {
        double done = fraction.get();
        if (!isRunning() || !(done >= 0.02) || done >= 1) {
            return Optional.empty();
        }
        double elapsedNanos = System.nanoTime() - startedNanos;
        return Optional.of(Duration.ofNanos((long) (elapsedNanos * (1 - done) / done)));
    }

    /// Asks the work to stop; it ends as cancelled once it has.
    public void cancel() {
        stoppable.cancel();
    }

    @Override
    public void report(double newFraction, String newWhat) {
        // reports may come in thousands a second: only the newest unseen one reaches the window
        if (unseen.getAndSet(new Report(newFraction, newWhat)) == null) {
            window.execute(this::showReport);
        }
    }

    @Override
    public boolean isCancelled() {
        return stoppable.isCancelled();
    }

    @Override
    public void onCancel(Runnable action) {
        stoppable.onCancel(action);
    }

    void finish() {
        end(State.DONE, Numbers.duration(Duration.ofNanos(System.nanoTime() - startedNanos)));
        fraction.set(1);
    }

    void fail(Problem problem) {
        end(State.FAILED, problem.what());
    }

    /// Marks the task as cancelled unless it has ended already.
    void endCancelled() {
        if (isRunning()) {
            end(State.CANCELLED, Texts.of("common.task.cancelled"));
        }
    }

    private void end(State newState, String newWhat) {
        stoppable.end();
        what.set(newWhat);
        state.set(newState);
    }

    private void showReport() {
        Report report = unseen.getAndSet(null);
        if (report != null && isRunning()) {
            fraction.set(report.fraction());
            what.set(report.what());
        }
    }
}
