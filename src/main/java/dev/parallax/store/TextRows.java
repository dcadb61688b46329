package dev.parallax.store;

import dev.parallax.metric.Dimension;
import dev.parallax.rum.Column;
import dev.parallax.rum.Dictionaries;
import dev.parallax.rum.Dictionary;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// The rows of the table `dict`: the texts behind the codes of a data set.
final class TextRows {
    /// Texts in one transaction: about 50 ms.
    private static final int TEXTS_AT_ONCE = 10_000;

    private static final String INSERT =
            """
            INSERT INTO dict (dataset, col, code, value, import)
            VALUES (?, ?, ?, ?, ?)
            """;

    /// Without those of an import that nobody can see yet.
    private static final String OF_COLUMN =
            """
            SELECT code, value
              FROM dict
             WHERE dataset = :dataset
               AND col = :column
               AND coalesce(import, 0) NOT IN (
                     SELECT id FROM import WHERE dataset = :dataset AND state = 0)
             ORDER BY code
            """;

    private static final String CODES_OF_COLUMN =
            """
            SELECT code
              FROM dict
             WHERE dataset = :dataset
               AND col = :column
            """;

    private static final String DELETE =
            """
            DELETE FROM dict
             WHERE dataset = ?
               AND col = ?
               AND code = ?
            """;

    private static final String DELETE_BROUGHT =
            """
            DELETE FROM dict
             WHERE (dataset, col, code) IN (
                     SELECT dataset, col, code
                       FROM dict
                      WHERE dataset = :dataset
                        AND import = :import
                      LIMIT :most)
            """;

    private static final String DELETE_ALL =
            """
            DELETE FROM dict
             WHERE (dataset, col, code) IN (
                     SELECT dataset, col, code
                       FROM dict
                      WHERE dataset = :dataset
                      LIMIT :most)
            """;

    private TextRows() {}

    /// The columns whose entries are codes.
    static List<Column> columns() {
        return Stream.concat(
                        Stream.of(Column.Single.PAGE),
                        Dimension.all().stream().map(Column.OfDimension::new))
                .<Column>map(column -> column)
                .toList();
    }

    static Dictionary dictionary(Dictionaries dictionaries, Column column) {
        return column instanceof Column.OfDimension(Dimension dimension)
                ? dictionaries.dimension(dimension)
                : dictionaries.pages();
    }

    /// The texts of a data set.
    ///
    /// @param limits how many texts the dictionaries may have when more are added
    static Dictionaries read(Handle handle, long dataset, Dictionaries limits) {
        return new Dictionaries(
                read(handle, dataset, Column.Single.PAGE, limits.pages().limit()),
                (Dimension dimension) ->
                        read(
                                handle,
                                dataset,
                                new Column.OfDimension(dimension),
                                limits.dimension(dimension).limit()));
    }

    private static Dictionary read(Handle handle, long dataset, Column column, int limit) {
        List<String> texts = new ArrayList<>();
        texts.add("");
        handle.createQuery(OF_COLUMN)
                .bind("dataset", dataset)
                .bind("column", ColumnNumbers.of(column))
                .map((row, _) -> Map.entry(row.getInt("code"), row.getString("value")))
                .forEach(text -> {
                    while (texts.size() < text.getKey()) {
                        texts.add("");
                    }
                    texts.add(text.getValue());
                });
        return Dictionary.of(texts, limit);
    }

    /// Adds the texts of a column from one code on, in transactions of their own.
    static void insert(
            Database database,
            long dataset,
            long importId,
            Column column,
            Dictionary texts,
            int from) {
        int number = ColumnNumbers.of(column);
        for (int code = from; code < texts.size(); code += TEXTS_AT_ONCE) {
            int first = code;
            int end = Math.min(code + TEXTS_AT_ONCE, texts.size());
            database.writeBulk(handle -> {
                try (PreparedStatement statement =
                        handle.getConnection().prepareStatement(INSERT)) {
                    for (int i = first; i < end; i++) {
                        statement.setLong(1, dataset);
                        statement.setInt(2, number);
                        statement.setInt(3, i);
                        statement.setString(4, texts.text(i));
                        statement.setLong(5, importId);
                        statement.addBatch();
                    }
                    statement.executeBatch();
                }
                return end;
            });
        }
    }

    /// The codes of a column that have a text.
    static List<Integer> codes(Handle handle, long dataset, Column column) {
        return handle.createQuery(CODES_OF_COLUMN)
                .bind("dataset", dataset)
                .bind("column", ColumnNumbers.of(column))
                .mapTo(Integer.class)
                .list();
    }

    static void delete(Handle handle, long dataset, Column column, List<Integer> codes)
            throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(DELETE)) {
            for (int code : codes) {
                statement.setLong(1, dataset);
                statement.setInt(2, ColumnNumbers.of(column));
                statement.setInt(3, code);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /// Removes some of the texts that an import brought; false if there was none.
    static boolean deleteSomeOf(Handle handle, long dataset, long importId) {
        return handle.createUpdate(DELETE_BROUGHT)
                        .bind("dataset", dataset)
                        .bind("import", importId)
                        .bind("most", TEXTS_AT_ONCE)
                        .execute()
                > 0;
    }

    /// Removes some of the texts of a data set; false if there was none.
    static boolean deleteSome(Handle handle, long dataset) {
        return handle.createUpdate(DELETE_ALL)
                        .bind("dataset", dataset)
                        .bind("most", TEXTS_AT_ONCE)
                        .execute()
                > 0;
    }
}
