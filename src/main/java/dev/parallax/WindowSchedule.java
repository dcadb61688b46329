package dev.parallax;

import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.progress.Stoppable;
import dev.parallax.service.RunAgent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the schedule of a workspace as long as it is open in the window.
final class WindowSchedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WindowSchedule.class);

    private final RunAgent agent;
    private volatile Runnable listener = () -> {};
    private @Nullable Thread thread;
    private @Nullable Stoppable stop;

    WindowSchedule(RunAgent agent) {
        this.agent = agent;
    }

    /// Starts it unless it is running. A workspace that is not trusted, or whose schedule another
    /// window runs, is left alone.
    synchronized void start() {
        if (thread != null && thread.isAlive()) {
            return;
        }
        var ended = new Stoppable();
        stop = ended;
        thread = Thread.ofVirtual().name("schedule").start(() -> run(ended));
    }

    /// Calls the listener after each slot's result is stored; replaces the one before.
    void whenCheckRan(Runnable newListener) {
        listener = newListener;
    }

    private void run(Progress progress) {
        try {
            agent.run(Optional.empty(), this::tell, progress);
        } catch (ProblemException refused) {
            LOG.info("the schedule does not run: {}", refused.problem().oneLine());
        }
    }

    private void tell(RunAgent.FinishedSlot slot) {
        LOG.info("{} {} {}", slot.due(), slot.check(), slot.status().label());
        listener.run();
    }

    /// Ends it, and the runs under way, and waits until they are gone.
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            running = thread;
            if (stop != null) {
                stop.cancel();
            }
        }
        try {
            if (running != null) {
                running.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
