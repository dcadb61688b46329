package dev.parallax.service;

import dev.parallax.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes old pictures and waterfalls beside an agent: when it starts and once a day, between its
/// checks.
final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration EVERY = Duration.ofDays(1);

    /// How long to wait for a moment without a check; then a busy agent gets it done as well.
    private static final int PATIENCE_SECONDS = 60;

    private final ManageWorkspace workspace;
    private final InstantSource clock;
    private final BooleanSupplier quiet;
    private final CountDownLatch ended = new CountDownLatch(1);
    private Instant next = Instant.MIN;

    /// @param quiet whether no check runs at this moment
    Retention(ManageWorkspace workspace, InstantSource clock, BooleanSupplier quiet) {
        this.workspace = workspace;
        this.clock = clock;
        this.quiet = quiet;
    }

    /// Begins with it on a thread of its own if a day has passed.
    void look(ExecutorService threads) {
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            next = now.plus(EVERY);
            threads.execute(() -> forget(now));
        }
    }

    /// Leaves off after the piece under way; the rest is for the next start.
    void end() {
        ended.countDown();
    }

    private void forget(Instant now) {
        try {
            int runs = workspace.forgetOldDetails(now, this::awaitMoment);
            if (runs > 0) {
                LOG.info("removed the pictures and waterfalls of {} old runs", runs);
            }
        } catch (ProblemException failed) {
            LOG.warn("old pictures stay for now: {}", failed.problem().oneLine());
        }
    }

    /// @return whether to go on
    private boolean awaitMoment() {
        try {
            for (int second = 0; second < PATIENCE_SECONDS && !quiet.getAsBoolean(); second++) {
                if (ended.await(1, TimeUnit.SECONDS)) {
                    return false;
                }
            }
            return ended.getCount() > 0;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
