package dev.parallax.store;

import dev.parallax.measure.OwnProfile;
import dev.parallax.measure.Profile;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The profiles somebody made in this workspace.
///
/// Runs and checks point at numbers, not at these: a run keeps the numbers it was made with,
/// whatever becomes of the profile.
public final class ProfileStore {
    private static final String ALL =
            """
            SELECT key, profile, origin, saved_at
              FROM own_profile
             ORDER BY key
            """;

    private static final String SAVE =
            """
            INSERT INTO own_profile (key, profile, origin, saved_at)
            VALUES (:key, :profile, :origin, :now)
                ON CONFLICT (key) DO UPDATE
               SET profile = excluded.profile, origin = excluded.origin,
                   saved_at = excluded.saved_at
            """;

    private static final String MOVE_CHECKS =
            """
            UPDATE check_plan
               SET profile = :profile
             WHERE profile IN (SELECT id FROM profile WHERE key = :key)
            """;

    private static final String CHECKS =
            """
            SELECT c.name
              FROM check_plan c
              JOIN profile p ON p.id = c.profile
             WHERE p.key = :key
             ORDER BY c.name COLLATE NOCASE, c.name
            """;

    private static final String MEASURED =
            """
            SELECT DISTINCT p.key
              FROM run r
              JOIN profile p ON p.id = r.requested
            """;

    private final Database database;
    private final InstantSource clock;

    ProfileStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// All of them, by id.
    public List<OwnProfile> list() {
        return database.read(ProfileStore::list);
    }

    /// The own profile with this id.
    public Optional<OwnProfile> find(String id) {
        return database.read(handle -> find(handle, id));
    }

    /// Keeps a profile; one of the same id takes its numbers, and so do the checks that use it.
    ///
    /// @param origin what it was copied from, empty if nothing
    public OwnProfile save(Profile profile, Optional<Profile> origin) {
        return database.write(handle -> {
            long row = ProfileRows.keep(handle, profile);
            @Nullable Long from = origin.map(other -> ProfileRows.keep(handle, other)).orElse(null);
            handle.createUpdate(SAVE)
                    .bind("key", profile.id())
                    .bind("profile", row)
                    .bind("origin", from)
                    .bind("now", clock.millis())
                    .execute();
            handle.createUpdate(MOVE_CHECKS)
                    .bind("profile", row)
                    .bind("key", profile.id())
                    .execute();
            return find(handle, profile.id()).orElseThrow();
        });
    }

    /// Removes an own profile. Checks that use it go on with its numbers.
    ///
    /// @return whether there was one with this id
    public boolean remove(String id) {
        return database.writeWithBallast(handle ->
                handle.createUpdate("DELETE FROM own_profile WHERE key = :key")
                                .bind("key", id)
                                .execute()
                        > 0);
    }

    /// The names of the checks that run under a profile of this id.
    public List<String> checksOf(String id) {
        return database.read(
                handle -> handle.createQuery(CHECKS).bind("key", id).mapTo(String.class).list());
    }

    /// The ids of the profiles that runs were made with, whatever their numbers were then.
    public Set<String> measured() {
        return Set.copyOf(
                database.read(handle -> handle.createQuery(MEASURED).mapTo(String.class).list()));
    }

    static Optional<OwnProfile> find(Handle handle, String id) {
        return list(handle).stream().filter(own -> own.id().equals(id)).findFirst();
    }

    private record Row(long profile, @Nullable Long origin, Instant saved) {}

    private static List<OwnProfile> list(Handle handle) {
        return handle
                .createQuery(ALL)
                .map((row, _) -> {
                    long profile = row.getLong("profile");
                    Instant saved = Instant.ofEpochMilli(row.getLong("saved_at"));
                    long origin = row.getLong("origin");
                    return new Row(profile, row.wasNull() ? null : origin, saved);
                })
                .list()
                .stream()
                .map(row -> own(handle, row))
                .toList();
    }

    private static OwnProfile own(Handle handle, Row row) {
        @Nullable Long origin = row.origin();
        return new OwnProfile(
                ProfileRows.read(handle, row.profile()),
                origin == null ? Optional.empty() : Optional.of(ProfileRows.read(handle, origin)),
                row.saved());
    }
}
