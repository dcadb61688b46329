package dev.parallax.store;

import dev.parallax.rum.QuarantinedLine;
import java.sql.PreparedStatement;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The rows of the table `quarantined_line`.
final class LineRows {
    private static final int LINES_AT_ONCE = 1_000;

    private static final String INSERT =
            """
            INSERT INTO quarantined_line (import, position, reason, file, line, text)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    private static final String LINES =
            """
            SELECT reason, file, line, text
              FROM quarantined_line
             WHERE import = :import
             ORDER BY position
            """;

    private static final String DELETE =
            """
            DELETE FROM quarantined_line
             WHERE (import, position) IN (
                     SELECT import, position
                       FROM quarantined_line
                      WHERE import = :import
                      LIMIT :most)
            """;

    private LineRows() {}

    /// Adds the lines, [QuarantinedLine#MOST] at most, in transactions of their own.
    static void insert(Database database, long importId, List<QuarantinedLine> lines) {
        int most = Math.min(lines.size(), QuarantinedLine.MOST);
        for (int at = 0; at < most; at += LINES_AT_ONCE) {
            int first = at;
            int end = Math.min(at + LINES_AT_ONCE, most);
            database.writeBulk(handle -> {
                try (PreparedStatement statement =
                        handle.getConnection().prepareStatement(INSERT)) {
                    for (int i = first; i < end; i++) {
                        QuarantinedLine line = lines.get(i);
                        statement.setLong(1, importId);
                        statement.setInt(2, i);
                        statement.setString(3, line.reason());
                        statement.setString(4, line.file());
                        statement.setLong(5, line.line());
                        statement.setString(6, line.text());
                        statement.addBatch();
                    }
                    statement.executeBatch();
                }
                return end;
            });
        }
    }

    /// The lines of an import, in the order they were kept.
    static List<QuarantinedLine> list(Handle handle, long importId) {
        return handle.createQuery(LINES)
                .bind("import", importId)
                .map((row, _) ->
                        new QuarantinedLine(
                                row.getString("reason"),
                                row.getString("file"),
                                row.getLong("line"),
                                row.getString("text")))
                .list();
    }

    /// Removes some of an import's lines; false if there was none.
    static boolean deleteSome(Handle handle, long importId) {
        return handle.createUpdate(DELETE)
                        .bind("import", importId)
                        .bind("most", LINES_AT_ONCE)
                        .execute()
                > 0;
    }
}
