package dev.parallax.store;

import java.util.List;

/// Which pages the journeys of a workspace have measured.
public final class MeasuredPageStore {
    private static final String ALL =
            """
            SELECT DISTINCT j.name, g.url
              FROM page_result g
              JOIN run r ON r.id = g.run
              JOIN journey j ON j.id = r.journey
             WHERE j.deleted_at IS NULL
             ORDER BY j.name, g.url
            """;

    private final Database database;

    MeasuredPageStore(Database database) {
        this.database = database;
    }

    /// A page that a journey has measured.
    ///
    /// @param journey its name
    /// @param url at which the page was, as the browser told it
    public record MeasuredPage(String journey, String url) {}

    /// All pages that journeys have measured, by journey and address. Runs of deleted journeys are
    /// kept, but nobody runs these any more.
    public List<MeasuredPage> list() {
        return database.read(handle ->
                handle.createQuery(ALL)
                        .map((row, _) -> new MeasuredPage(row.getString(1), row.getString(2)))
                        .list());
    }
}
