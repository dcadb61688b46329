package dev.parallax.store;

import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The runs of a workspace, with all that was measured in them.
public final class RunStore {
    private static final Logger LOG = LoggerFactory.getLogger(RunStore.class);

    private static final String SUMMARIES =
            """
            SELECT r.uuid, j.name AS journey, r.revision, r.status, r.tainted, r.started_at,
                   r.took_ms, p.name AS profile, r.problem_code, r.problem_kind, r.problem_what,
                   r.problem_why, r.problem_next,
                   (SELECT count(*) FROM iteration i WHERE i.run = r.id) AS iterations
              FROM run r
              JOIN journey j ON j.id = r.journey
              JOIN profile p ON p.id = r.requested
             WHERE :journey IS NULL
                OR r.journey = (SELECT id FROM journey WHERE name = :journey)
             ORDER BY r.started_at DESC, r.id DESC
             LIMIT :most
            """;

    private final Database database;

    RunStore(Database database) {
        this.database = database;
    }

    /// A run in a list.
    ///
    /// @param profile the name of the one asked for
    /// @param iterations finished or failed
    /// @param problem why the status is not ok
    public record Summary(
            UUID id,
            String journey,
            int revision,
            RunStatus status,
            boolean tainted,
            Instant started,
            Duration took,
            String profile,
            int iterations,
            Optional<Problem> problem) {}

    /// Stores a run; one that is stored already stays as it is. When this returns the run is on the
    /// disk. Its pictures follow in transactions of their own, and are left out when the disk is
    /// full: the numbers count.
    ///
    /// @throws IllegalArgumentException if the journey's revision was never stored
    /// @throws ProblemException if the numbers cannot be stored
    public void save(Run run) {
        boolean isNew = database.write(handle -> RunWriter.write(handle, run));
        if (isNew) {
            savePictures(run);
        }
    }

    private void savePictures(Run run) {
        try {
            run.iterations().stream()
                    .filter(EvidenceRows::isThere)
                    .forEach(iteration ->
                            database.writeBulk(
                                    handle -> EvidenceRows.write(handle, run.id(), iteration)));
        } catch (ProblemException failed) {
            LOG.warn("run {} is stored without its pictures: {}", run.id(), failed.getMessage());
        }
    }

    /// A run with everything in it; its start is exact to the millisecond.
    public Optional<Run> find(UUID id) {
        return database.read(handle -> RunReader.read(handle, id));
    }

    /// The newest runs of all journeys, newest first.
    public List<Summary> latest(int most) {
        return summaries(null, most);
    }

    /// The newest runs of one journey, newest first.
    public List<Summary> latestOf(String journey, int most) {
        return summaries(journey, most);
    }

    private List<Summary> summaries(@Nullable String journey, int most) {
        return database.read(handle ->
                handle.createQuery(SUMMARIES)
                        .bind("journey", journey)
                        .bind("most", most)
                        .map((row, _) -> summary(row))
                        .list());
    }

    private static Summary summary(ResultSet row) throws SQLException {
        return new Summary(
                UUID.fromString(row.getString("uuid")),
                row.getString("journey"),
                row.getInt("revision"),
                Keys.status(row.getString("status")),
                row.getBoolean("tainted"),
                Instant.ofEpochMilli(row.getLong("started_at")),
                Keys.duration(row.getDouble("took_ms")),
                row.getString("profile"),
                row.getInt("iterations"),
                Optional.ofNullable(ProblemColumns.read(row)));
    }

    /// After how many days the screenshots and the waterfall of a run were removed; empty if they
    /// were not.
    public OptionalInt detailsRemovedAfterDays(UUID run) {
        return new RunDetails(database).removedAfterDays(run);
    }

    /// Removes screenshots and waterfalls of runs that started at least so many days ago; their
    /// numbers stay. A few runs a transaction, so that results never wait for long.
    ///
    /// @param days to keep them, 1 or more
    /// @param goesOn asked before each transaction: may wait for a better moment, or end it
    /// @return how many runs lost them
    public int forgetDetailsAfter(int days, Instant now, BooleanSupplier goesOn) {
        return new RunDetails(database).forgetAfter(days, now, goesOn);
    }

    /// Removes screenshots, films, traces and waterfalls of the oldest runs until those of the
    /// others take no more than so many bytes; their numbers stay.
    ///
    /// @param bytes that may be taken, about
    /// @param goesOn as above
    /// @return how many runs lost them
    public int forgetDetailsBeyond(long bytes, Instant now, BooleanSupplier goesOn) {
        return new RunDetails(database).forgetBeyond(bytes, now, goesOn);
    }
}
