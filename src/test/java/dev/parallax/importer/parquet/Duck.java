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
        return copy(file, query, "parquet" + options);
    }

    /// Writes what a query gives as a CSV file.
    public static Path csv(Path file, String query) {
        return copy(file, query, "csv");
    }

    private static Path copy(Path file, String query, String format) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute("COPY (%s) TO '%s' (FORMAT %s)".formatted(query, file, format));
            return file;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
