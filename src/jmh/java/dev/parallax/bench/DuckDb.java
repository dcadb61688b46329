package dev.parallax.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// DuckDB beside us, by JDBC, with two threads. As a program it makes a database file from an
/// export: arguments are the export and the file.
final class DuckDb implements AutoCloseable {
    private final Connection connection;
    private final Statement statement;

    private DuckDb(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        statement = connection.createStatement();
        statement.execute("SET threads = 2");
    }

    static DuckDb open(Path file) throws SQLException {
        return new DuckDb(file);
    }

    public static void main(String[] arguments) throws SQLException, IOException {
        Path file = Path.of(arguments[1]);
        Files.deleteIfExists(file);
        try (var duck = new DuckDb(file)) {
            duck.run("CREATE TABLE v AS SELECT * FROM " + source(arguments[0]));
        }
    }

    private static String source(String export) {
        if (export.endsWith(".parquet")) {
            return "read_parquet('" + export + "')";
        }
        return export.endsWith(".ndjson")
                ? "read_json('" + export + "')"
                : "read_csv('" + export + "')";
    }

    void run(String sql) throws SQLException {
        statement.execute(sql);
    }

    /// All numbers a question gives, row by row.
    List<Double> numbers(String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            var numbers = new ArrayList<Double>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    numbers.add(rows.getDouble(column));
                }
            }
            return numbers;
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
