package dev.parallax.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.JDBC;

/// Compares the tables, indexes and views of a workspace with those the migrations make.
///
/// A file can come from a stranger. Whatever is missing or other than ours makes it unusable;
/// triggers are refused altogether, because they would act on what we write. Views and tables of
/// the owner's own are let be.
final class Schema {
    private static final String OBJECTS =
            "SELECT type || ' ' || name AS name, sql FROM sqlite_schema WHERE sql IS NOT NULL";

    private Schema() {}

    /// What differs, one clause each; empty if all is as it should be.
    ///
    /// @param scripts those that made the file
    static List<String> differences(Handle handle, Migrations scripts) {
        Map<String, String> present = objects(handle);
        List<String> differences = new ArrayList<>();
        expected(scripts)
                .forEach((name, sql) -> {
                    if (!present.containsKey(name)) {
                        differences.add("the " + name + " is missing");
                    } else if (!sql.equals(present.get(name))) {
                        differences.add("the " + name + " is not as Parallax made it");
                    }
                });
        present.keySet().stream()
                .filter(name -> name.startsWith("trigger "))
                .forEach(name -> differences.add("it has the " + name));
        return differences;
    }

    private static Map<String, String> objects(Handle handle) {
        Map<String, String> objects = new TreeMap<>();
        handle.createQuery(OBJECTS)
                .map((row, _) -> Map.entry(row.getString("name"), row.getString("sql")))
                .forEach(object -> objects.put(object.getKey(), object.getValue()));
        return objects;
    }

    private static Map<String, String> expected(Migrations scripts) {
        try (Handle memory = Jdbi.open(Schema::inMemory)) {
            scripts.apply(memory, 0);
            return objects(memory);
        } catch (SQLException failed) {
            throw new IllegalStateException("the migrations do not work", failed);
        }
    }

    private static Connection inMemory() throws SQLException {
        return DriverManager.getConnection(JDBC.PREFIX + ":memory:");
    }
}
