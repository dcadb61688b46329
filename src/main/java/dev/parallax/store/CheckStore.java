package dev.parallax.store;

import dev.parallax.measure.Profile;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The checks of a workspace: which journey runs under which profile, and when.
public final class CheckStore {
    private static final String ALL =
            """
            SELECT c.id AS check_id, c.name AS check_name, j.name AS journey_name, c.schedule,
                   c.paused, c.active_since, p.*
              FROM check_plan c
              JOIN journey j ON j.id = c.journey
              JOIN profile p ON p.id = c.profile
             ORDER BY c.name COLLATE NOCASE, c.name
            """;

    private static final String ADD =
            """
            INSERT INTO check_plan (name, journey, profile, schedule, paused, active_since)
            SELECT :name, id, :profile, :schedule, :paused, :now
              FROM journey
             WHERE name = :journey
               AND deleted_at IS NULL
            """;

    /// A check that is active already stays so since then.
    private static final String SET_ACTIVITY =
            """
            UPDATE check_plan
               SET active_since = CASE WHEN paused AND NOT :paused THEN :now ELSE active_since END,
                   paused = :paused
             WHERE name = :name
            """;

    private final Database database;
    private final InstantSource clock;

    CheckStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Whether a check is due by itself.
    public enum Activity {
        ACTIVE,
        PAUSED
    }

    /// A check to be kept.
    ///
    /// @param name unique in the workspace
    /// @param journey its name; runs take its newest revision
    /// @param profile kept as numbers
    /// @param schedule in the words of whoever reads schedules; not looked into here
    public record Plan(
            String name, String journey, Profile profile, String schedule, Activity activity) {
        public Plan {
            if (name.isBlank() || schedule.isBlank()) {
                throw new IllegalArgumentException("a check needs a name and a schedule: " + name);
            }
        }
    }

    /// A check as it is kept.
    ///
    /// @param id never used again once the check is removed
    /// @param activeSince when it was added or last resumed, kept to the millisecond: it was due at
    ///   no time before
    public record Stored(long id, Plan plan, Instant activeSince) {}

    /// Keeps a new check.
    ///
    /// @throws ProblemException (usage) if the name is taken or there is no such journey
    public Stored add(Plan plan) {
        return database.write(handle -> {
            if (find(handle, plan.name()).isPresent()) {
                throw new ProblemException(taken(plan.name()));
            }
            if (insert(handle, plan) == 0) {
                throw new ProblemException(noJourney(plan));
            }
            return find(handle, plan.name()).orElseThrow();
        });
    }

    private int insert(Handle handle, Plan plan) {
        return handle.createUpdate(ADD)
                .bind("name", plan.name())
                .bind("journey", plan.journey())
                .bind("profile", ProfileRows.keep(handle, plan.profile()))
                .bind("schedule", plan.schedule())
                .bind("paused", plan.activity() == Activity.PAUSED)
                .bind("now", clock.millis())
                .execute();
    }

    /// All checks, by name.
    public List<Stored> list() {
        return database.read(CheckStore::list);
    }

    public Optional<Stored> find(String name) {
        return database.read(handle -> find(handle, name));
    }

    /// Pauses a check or lets it go on.
    ///
    /// @return whether there is one of this name
    public boolean setActivity(String name, Activity activity) {
        return database.writeWithBallast(handle ->
                handle.createUpdate(SET_ACTIVITY)
                                .bind("paused", activity == Activity.PAUSED)
                                .bind("now", clock.millis())
                                .bind("name", name)
                                .execute()
                        > 0);
    }

    /// Removes a check and the record of its slots. Its runs stay.
    ///
    /// @return whether there was one of this name
    public boolean remove(String name) {
        return database.writeWithBallast(handle ->
                handle.createUpdate("DELETE FROM check_plan WHERE name = :name")
                                .bind("name", name)
                                .execute()
                        > 0);
    }

    private static List<Stored> list(Handle handle) {
        return handle.createQuery(ALL).map((row, _) -> stored(row)).list();
    }

    private static Optional<Stored> find(Handle handle, String name) {
        return list(handle).stream().filter(check -> check.plan().name().equals(name)).findFirst();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getLong("check_id"),
                new Plan(
                        row.getString("check_name"),
                        row.getString("journey_name"),
                        ProfileRows.read(row),
                        row.getString("schedule"),
                        row.getBoolean("paused") ? Activity.PAUSED : Activity.ACTIVE),
                Instant.ofEpochMilli(row.getLong("active_since")));
    }

    private static Problem taken(String name) {
        return Problem.usage(
                "check-exists",
                "cannot add the check \"" + name + "\"",
                "there is a check of this name",
                "remove it first, or choose another name");
    }

    private static Problem noJourney(Plan plan) {
        return Problem.usage(
                "journey-unknown",
                "cannot add the check \"" + plan.name() + "\"",
                "there is no journey \"" + plan.journey() + "\"",
                "record or import the journey first");
    }
}
