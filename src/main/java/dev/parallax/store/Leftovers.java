package dev.parallax.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// What a crash leaves in a workspace, and what becomes of it at the next start.
final class Leftovers {
    private Leftovers() {}

    /// Removes half imported data sets, ends the slots nobody works on any more as not observed,
    /// and takes the ballast again. To be called only while nobody else has the file open.
    ///
    /// @return whether anything was left
    static boolean tidyUp(Handle handle, Instant now) {
        int dataSets = handle.execute("DELETE FROM dataset WHERE state = 0");
        int slots =
                handle.createUpdate(
                                """
                                UPDATE slot
                                   SET status = 'not-observed',
                                       finished_at = :now,
                                       note = 'the program stopped before the check was done'
                                 WHERE status IS NULL
                                """)
                        .bind("now", now.toEpochMilli())
                        .execute();
        handle.execute("DELETE FROM lease WHERE job IS NOT NULL");
        return dataSets + slots > 0;
    }
}
