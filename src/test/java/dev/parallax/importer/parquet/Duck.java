package dev.parallax.importer.parquet;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// Writes Parquet files by another program than the one that reads them.
public final class Duck {
    private Duck() {}

    /// Writes what a query gives.
    ///
    /// @param options of DuckDB's `COPY`, each with a comma before it: `, COMPRESSION snappy`
    public static Path write(Path file, String query, String options) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute(
                    "COPY (%s) TO '%s' (FORMAT parquet%s)".formatted(query, file, options));
            return file;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
