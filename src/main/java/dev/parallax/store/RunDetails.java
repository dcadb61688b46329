package dev.parallax.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;

/// The pictures, recordings and waterfalls of runs, which are large and are not kept for good.
final class RunDetails {
    /// Runs a transaction. One has some hundred requests, and results wait as long as it takes.
    private static final int PIECE = 4;

    private static final String WITH_DETAILS =
            """
            SELECT r.id
              FROM run r
             WHERE r.started_at < :before
               AND (EXISTS (SELECT 1 FROM exchange e WHERE e.run = r.id)
                    OR EXISTS (SELECT 1 FROM screenshot s WHERE s.run = r.id)
                    OR EXISTS (SELECT 1 FROM iteration_detail d WHERE d.run = r.id)
                    OR EXISTS (SELECT 1 FROM film_frame f WHERE f.run = r.id)
                    OR EXISTS (SELECT 1 FROM trace t WHERE t.run = r.id))
             ORDER BY r.started_at
            """;

    private static final List<String> FORGET =
            List.of(
                    "DELETE FROM exchange WHERE run = :run",
                    "DELETE FROM iteration_detail WHERE run = :run",
                    "DELETE FROM screenshot WHERE run = :run",
                    "DELETE FROM film_frame WHERE run = :run",
                    "DELETE FROM trace WHERE run = :run");

    private static final String REMEMBER_WHY =
            "UPDATE run SET details_days = :days WHERE id = :run";

    private static final String REMOVED_AFTER =
            """
            SELECT details_days
              FROM run
             WHERE uuid = :uuid
               AND details_days IS NOT NULL
            """;

    private final Database database;

    RunDetails(Database database) {
        this.database = database;
    }

    /// After how many days they were removed; empty if they were not.
    OptionalInt removedAfterDays(UUID run) {
        return database.read(handle ->
                handle.createQuery(REMOVED_AFTER)
                        .bind("uuid", run.toString())
                        .mapTo(Integer.class)
                        .findOne()
                        .map(OptionalInt::of)
                        .orElseGet(OptionalInt::empty));
    }

    int forgetAfter(int days, Instant now, BooleanSupplier goesOn) {
        Instant before = now.minus(Duration.ofDays(days));
        List<Long> old =
                database.read(handle ->
                        handle.createQuery(WITH_DETAILS)
                                .bind("before", before.toEpochMilli())
                                .mapTo(Long.class)
                                .list());
        int forgotten = 0;
        while (forgotten < old.size() && goesOn.getAsBoolean()) {
            int end = Math.min(forgotten + PIECE, old.size());
            List<Long> piece = old.subList(forgotten, end);
            database.writeWithBallast(handle -> forget(handle, piece, days));
            forgotten = end;
        }
        return forgotten;
    }

    private static int forget(Handle handle, List<Long> runs, int days) {
        for (long run : runs) {
            FORGET.forEach(sql -> handle.createUpdate(sql).bind("run", run).execute());
            handle.createUpdate(REMEMBER_WHY).bind("run", run).bind("days", days).execute();
        }
        return runs.size();
    }
}
