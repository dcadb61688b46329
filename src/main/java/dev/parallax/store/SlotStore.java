package dev.parallax.store;

import dev.parallax.measure.RunStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The times at which checks were due, and how each ended: exactly once.
///
/// A slot is claimed before its run starts. Two processes cannot claim the same one, and a slot
/// whose process died while it was claimed ends as not observed at the next start.
public final class SlotStore {
    private static final String CLAIM =
            """
            INSERT INTO slot (check_id, due_at, owner, claimed_at)
            VALUES (:check, :due, :owner, :now)
            ON CONFLICT (check_id, due_at) DO NOTHING
            """;

    private static final String MISS =
            """
            INSERT INTO slot (check_id, due_at, owner, claimed_at, finished_at, status, note)
            VALUES (:check, :due, '', :now, :now, 'not-observed', :note)
            ON CONFLICT (check_id, due_at) DO NOTHING
            """;

    private static final String FINISH =
            """
            UPDATE slot
               SET status = :status,
                   finished_at = :now,
                   run = :run,
                   note = :note
             WHERE check_id = :check
               AND due_at = :due
               AND owner = :owner
               AND status IS NULL
            """;

    private static final String ABANDON =
            """
            UPDATE slot
               SET status = 'not-observed',
                   finished_at = :now,
                   note = :note
             WHERE status IS NULL
               AND owner <> :owner
            """;

    private static final String LATEST =
            """
            SELECT due_at, finished_at, status, run, note
              FROM slot
             WHERE check_id = :check
             ORDER BY due_at DESC
             LIMIT :most
            """;

    private final Database database;
    private final InstantSource clock;

    SlotStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// One time at which a check was due.
    ///
    /// @param status empty as long as its run is under way
    /// @param run the stored run; empty if there was none
    /// @param note why the slot was not observed; empty if there is nothing to say
    public record Slot(
            Instant due,
            Optional<Instant> finished,
            Optional<RunStatus> status,
            Optional<UUID> run,
            String note) {}

    /// How a slot ended.
    ///
    /// @param run the stored run; empty if there was none
    /// @param note why it ended like that; may be empty
    public record Outcome(RunStatus status, Optional<UUID> run, String note) {}

    /// Takes a slot, so that nobody else runs it.
    ///
    /// @param due kept to the millisecond
    /// @param owner tells this process from others
    /// @return false if somebody has it, or had it
    public boolean claim(long check, Instant due, String owner) {
        return database.writeWithBallast(handle ->
                handle.createUpdate(CLAIM)
                                .bind("check", check)
                                .bind("due", due.toEpochMilli())
                                .bind("owner", owner)
                                .bind("now", clock.millis())
                                .execute()
                        > 0);
    }

    /// Says how a claimed slot ended.
    ///
    /// @return false if the owner does not hold the slot any more: it ended already, or its check
    ///   was removed
    public boolean finish(long check, Instant due, String owner, Outcome outcome) {
        return database.writeWithBallast(handle ->
                handle.createUpdate(FINISH)
                                .bind("check", check)
                                .bind("due", due.toEpochMilli())
                                .bind("owner", owner)
                                .bind("status", outcome.status().key())
                                .bind("run", outcome.run().map(UUID::toString).orElse(null))
                                .bind("note", outcome.note())
                                .bind("now", clock.millis())
                                .execute()
                        > 0);
    }

    /// Records a slot that passed while nobody was there to claim it as not observed.
    ///
    /// @param note why: asleep, closed, in maintenance
    /// @return false if the slot is known already
    public boolean miss(long check, Instant due, String note) {
        return database.writeWithBallast(handle ->
                handle.createUpdate(MISS)
                                .bind("check", check)
                                .bind("due", due.toEpochMilli())
                                .bind("note", note)
                                .bind("now", clock.millis())
                                .execute()
                        > 0);
    }

    /// Ends the slots that others claimed and never finished as not observed. For whoever holds the
    /// schedule's lease: the others are dead then.
    ///
    /// @return how many there were
    public int endThoseOfOthers(String owner, String note) {
        return database.writeWithBallast(handle ->
                handle.createUpdate(ABANDON)
                        .bind("owner", owner)
                        .bind("note", note)
                        .bind("now", clock.millis())
                        .execute());
    }

    /// The newest slots of a check, newest first.
    public List<Slot> latest(long check, int most) {
        return database.read(handle ->
                handle.createQuery(LATEST)
                        .bind("check", check)
                        .bind("most", most)
                        .map((row, _) -> slot(row))
                        .list());
    }

    private static Slot slot(ResultSet row) throws SQLException {
        String status = row.getString("status");
        long finished = row.getLong("finished_at");
        return new Slot(
                Instant.ofEpochMilli(row.getLong("due_at")),
                status == null ? Optional.empty() : Optional.of(Instant.ofEpochMilli(finished)),
                Optional.ofNullable(status).map(Keys::status),
                Optional.ofNullable(row.getString("run")).map(UUID::fromString),
                Optional.ofNullable(row.getString("note")).orElse(""));
    }
}
