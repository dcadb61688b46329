package dev.parallax.store;

import dev.parallax.journey.Journey;
import dev.parallax.journey.JourneyJson;
import dev.parallax.problem.ProblemException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The journeys of a workspace, with all their revisions.
public final class JourneyStore {
    private static final String NEWEST_REVISION =
            """
            SELECT r.revision, r.json
              FROM journey j
              JOIN journey_revision r ON r.journey = j.id
             WHERE j.name = :name
               AND j.deleted_at IS NULL
             ORDER BY r.revision DESC
             LIMIT 1
            """;

    private static final String ONE_REVISION =
            """
            SELECT r.revision, r.json
              FROM journey j
              JOIN journey_revision r ON r.journey = j.id
             WHERE j.name = :name
               AND r.revision = :revision
            """;

    private static final String NEWEST_OF_EACH =
            """
            SELECT j.name, r.kind, r.steps, max(r.revision) AS revision
              FROM journey j
              JOIN journey_revision r ON r.journey = j.id
             WHERE j.deleted_at IS NULL
             GROUP BY j.id
             ORDER BY j.name COLLATE NOCASE, j.name
            """;

    private static final String KEEP_NAME =
            """
            INSERT INTO journey (name)
            VALUES (:name)
            ON CONFLICT (name) DO UPDATE
               SET deleted_at = NULL
            """;

    private static final String ADD_REVISION =
            """
            INSERT INTO journey_revision (journey, revision, kind, steps, json, saved_at)
            SELECT j.id,
                   1 + coalesce(
                           (SELECT max(r.revision) FROM journey_revision r WHERE r.journey = j.id),
                           0),
                   :kind, :steps, :json, :now
              FROM journey j
             WHERE j.name = :name
            RETURNING revision
            """;

    private static final String HAS_RUNS =
            """
            SELECT EXISTS (
                SELECT 1
                  FROM run r
                  JOIN journey j ON j.id = r.journey
                 WHERE j.name = :name)
            """;

    private final Database database;
    private final InstantSource clock;

    JourneyStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// One state of a journey, never changed once stored.
    ///
    /// @param number counted from 1
    public record Revision(int number, Journey journey) {}

    /// A journey in a list, as its newest revision is.
    ///
    /// @param steps prelude included
    /// @param revision the newest, counted from 1
    public record Stored(String name, Journey.Kind kind, int steps, int revision) {}

    /// Stores a journey as a new revision, unless the newest one of its name is the same.
    ///
    /// @return the revision's number, counted from 1
    public int save(Journey journey) {
        return database.write(handle -> {
            Optional<Revision> newest = newest(handle, journey.name());
            if (newest.isPresent() && newest.get().journey().equals(journey)) {
                return newest.get().number();
            }
            return add(handle, journey);
        });
    }

    private int add(Handle handle, Journey journey) {
        handle.createUpdate(KEEP_NAME).bind("name", journey.name()).execute();
        return handle.createQuery(ADD_REVISION)
                .bind("name", journey.name())
                .bind("kind", journey.kind().key())
                .bind("steps", journey.prelude().size() + journey.steps().size())
                .bind("json", JourneyJson.write(journey))
                .bind("now", clock.millis())
                .mapTo(int.class)
                .one();
    }

    /// The newest revision of a journey; empty if there is none of this name, or it was deleted.
    ///
    /// @throws ProblemException if somebody changed the stored text into something that is no
    ///   journey
    public Optional<Revision> find(String name) {
        return database.read(handle -> newest(handle, name));
    }

    /// One revision of a journey, which may have been deleted since: what a run was made of.
    public Optional<Revision> find(String name, int revision) {
        return database.read(handle ->
                handle.createQuery(ONE_REVISION)
                        .bind("name", name)
                        .bind("revision", revision)
                        .map((row, _) -> revision(name, row.getInt(1), row.getString(2)))
                        .findOne());
    }

    /// All journeys, by name.
    public List<Stored> list() {
        return database.read(handle ->
                handle.createQuery(NEWEST_OF_EACH)
                        .map((row, _) ->
                                new Stored(
                                        row.getString("name"),
                                        Keys.kind(row.getString("kind")),
                                        row.getInt("steps"),
                                        row.getInt("revision")))
                        .list());
    }

    /// Deletes a journey and its checks. Where runs point at it, its revisions stay readable for
    /// them, and a journey of the same name goes on counting from there.
    ///
    /// @return whether there was one of this name
    public boolean delete(String name) {
        return database.writeWithBallast(handle -> {
            if (newest(handle, name).isEmpty()) {
                return false;
            }
            if (hasRuns(handle, name)) {
                hide(handle, name);
            } else {
                handle.createUpdate("DELETE FROM journey WHERE name = :name")
                        .bind("name", name)
                        .execute();
            }
            return true;
        });
    }

    private static boolean hasRuns(Handle handle, String name) {
        return handle.createQuery(HAS_RUNS).bind("name", name).mapTo(boolean.class).one();
    }

    private void hide(Handle handle, String name) {
        handle.createUpdate(
                        """
                        DELETE FROM check_plan
                         WHERE journey = (SELECT id FROM journey WHERE name = :name)
                        """)
                .bind("name", name)
                .execute();
        handle.createUpdate("UPDATE journey SET deleted_at = :now WHERE name = :name")
                .bind("now", clock.millis())
                .bind("name", name)
                .execute();
    }

    private static Optional<Revision> newest(Handle handle, String name) {
        return handle.createQuery(NEWEST_REVISION)
                .bind("name", name)
                .map((row, _) -> revision(name, row.getInt(1), row.getString(2)))
                .findOne();
    }

    private static Revision revision(String name, int number, String json) {
        String source = "the workspace, revision " + number + " of \"" + name + "\"";
        return new Revision(number, JourneyJson.read(json, source));
    }
}
