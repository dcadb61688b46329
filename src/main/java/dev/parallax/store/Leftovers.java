package dev.parallax.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What a crash leaves in a workspace, and what becomes of it at the next start.
final class Leftovers {
    private static final String DATA_SETS =
            """
            SELECT id
              FROM dataset
             WHERE state = 0
            """;

    /// Unfinished ones first: the texts they brought must not count as anybody's.
    private static final String IMPORTS =
            """
            SELECT id, dataset, state
              FROM import
             WHERE state <> 1
             ORDER BY state, id
            """;

    private Leftovers() {}

    private record Import(long id, long dataset, int state) {}

    /// Removes half imported and half removed page views, ends the slots nobody works on any more
    /// as not observed, and takes the ballast again. To be called only while nobody else has the
    /// file open.
    ///
    /// @return whether anything was left
    static boolean tidyUp(Handle handle, Instant now) {
        int pageViews = removePageViews(handle);
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
        return pageViews + slots > 0;
    }

    private static int removePageViews(Handle handle) {
        var removal = new Removal(Transactions.one(handle));
        List<Long> datasets = handle.createQuery(DATA_SETS).mapTo(Long.class).list();
        datasets.forEach(removal::removeDataset);
        List<Import> imports =
                handle.createQuery(IMPORTS)
                        .map((row, _) ->
                                new Import(
                                        row.getLong("id"),
                                        row.getLong("dataset"),
                                        row.getInt("state")))
                        .list();
        for (Import left : imports) {
            if (left.state == 0) {
                removal.removeUnfinished(left.dataset, left.id);
            } else {
                removal.removeHidden(left.dataset, left.id);
            }
        }
        return datasets.size() + imports.size();
    }
}
