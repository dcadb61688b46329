package dev.parallax.store;

import java.time.Duration;
import java.time.InstantSource;

/// Who alone may do a job on this workspace, such as running its schedule, and until when. The
/// holder renews in time; whoever died loses the job when the lease runs out.
public final class LeaseStore {
    private static final String TAKE =
            """
            INSERT INTO lease (job, owner, expires_at)
            VALUES (:job, :owner, :expires)
            ON CONFLICT (job) DO UPDATE
               SET owner = excluded.owner,
                   expires_at = excluded.expires_at
             WHERE owner = excluded.owner
                OR expires_at <= :now
            """;

    private final Database database;
    private final InstantSource clock;

    LeaseStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Takes or renews a lease.
    ///
    /// @param job such as `schedule`
    /// @param owner tells this process from others
    /// @return false if somebody else holds it
    public boolean take(String job, String owner, Duration length) {
        long now = clock.millis();
        return database.writeWithBallast(handle ->
                handle.createUpdate(TAKE)
                                .bind("job", job)
                                .bind("owner", owner)
                                .bind("expires", now + length.toMillis())
                                .bind("now", now)
                                .execute()
                        > 0);
    }

    /// Gives a lease back, if the owner holds it.
    public void giveBack(String job, String owner) {
        database.writeWithBallast(handle ->
                handle.createUpdate("DELETE FROM lease WHERE job = :job AND owner = :owner")
                        .bind("job", job)
                        .bind("owner", owner)
                        .execute());
    }
}
