package dev.parallax.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
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

    /// How many bytes each run's details take, the newest first. The length of a BLOB is read from
    /// its head, not its pages; a waterfall's row counts as much as one usually takes.
    private static final String SIZES =
            """
            SELECT r.id, r.started_at,
                   (SELECT count(*) * 250 FROM exchange e WHERE e.run = r.id)
                   + (SELECT coalesce(sum(length(data)), 0)
                        FROM iteration_detail d WHERE d.run = r.id)
                   + (SELECT coalesce(sum(length(jpeg)), 0) FROM screenshot s WHERE s.run = r.id)
                   + (SELECT coalesce(sum(length(jpeg)), 0) FROM film_frame f WHERE f.run = r.id)
                   + (SELECT coalesce(sum(length(zip)), 0) FROM trace t WHERE t.run = r.id)
                   AS bytes
              FROM run r
             ORDER BY r.started_at DESC, r.id DESC
            """;

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
        return forget(old, _ -> days, goesOn);
    }

    /// Removes the details of the oldest runs until those of the others take no more than so many
    /// bytes.
    int forgetBeyond(long bytes, Instant now, BooleanSupplier goesOn) {
        List<Sized> newestFirst =
                database.read(handle ->
                        handle.createQuery(SIZES)
                                .map((row, _) ->
                                        new Sized(
                                                row.getLong("id"),
                                                Instant.ofEpochMilli(row.getLong("started_at")),
                                                row.getLong("bytes")))
                                .list());
        var tooMuch = new LinkedHashMap<Long, Integer>();
        long sum = 0;
        for (Sized run : newestFirst) {
            sum += run.bytes();
            if (sum > bytes && run.bytes() > 0) {
                long age = Duration.between(run.started(), now).toDays();
                tooMuch.put(run.id(), (int) Math.max(age, 0));
            }
        }
        List<Long> oldestFirst = new ArrayList<>(tooMuch.keySet()).reversed();
        return forget(oldestFirst, run -> tooMuch.getOrDefault(run, 0), goesOn);
    }

    private record Sized(long id, Instant started, long bytes) {}

    private int forget(List<Long> runs, ToIntFunction<Long> days, BooleanSupplier goesOn) {
        int forgotten = 0;
        while (forgotten < runs.size() && goesOn.getAsBoolean()) {
            int end = Math.min(forgotten + PIECE, runs.size());
            List<Long> piece = runs.subList(forgotten, end);
            database.writeWithBallast(handle -> forget(handle, piece, days));
            forgotten = end;
        }
        return forgotten;
    }

    private static int forget(Handle handle, List<Long> runs, ToIntFunction<Long> days) {
        for (long run : runs) {
            FORGET.forEach(sql -> handle.createUpdate(sql).bind("run", run).execute());
            handle.createUpdate(REMEMBER_WHY)
                    .bind("run", run)
                    .bind("days", days.applyAsInt(run))
                    .execute();
        }
        return runs.size();
    }
}
