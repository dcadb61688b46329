package dev.parallax.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/// The scripts that bring a workspace from one schema version to the next. The script at position n
/// makes version n, counted from 1, and sets `user_version` to it.
///
/// Adding one: a new numbered file in `migrations`, and its name here. A script that has been
/// released is never changed.
final class Migrations {
    static final Migrations RELEASED =
            new Migrations(
                    List.of(
                            resource("0001-ground.sql"),
                            resource("0002-imports.sql"),
                            resource("0003-comparisons.sql"),
                            resource("0004-profiles.sql"),
                            resource("0005-run-details.sql"),
                            resource("0006-pairs.sql")));

    private final List<String> scripts;

    Migrations(List<String> scripts) {
        this.scripts = List.copyOf(scripts);
    }

    List<String> scripts() {
        return scripts;
    }

    /// The version after all scripts: the newest this program knows.
    int newest() {
        return scripts.size();
    }

    /// The scripts up to a version.
    Migrations upTo(int version) {
        return new Migrations(scripts.subList(0, version));
    }

    /// Applies the scripts that follow a version, each in one transaction.
    ///
    /// @param version the file's present version, 0 for a new file
    void apply(Handle handle, int version) throws SQLException {
        for (String script : scripts.subList(version, scripts.size())) {
            Database.transaction(
                    handle,
                    held -> {
                        Database.script(held, script);
                        return true;
                    });
        }
        int reached = handle.createQuery("PRAGMA user_version").mapTo(int.class).one();
        if (reached != newest()) {
            throw new IllegalStateException(
                    "migrations reached version " + reached + ", not " + newest());
        }
    }

    private static String resource(String name) {
        try (InputStream script = Migrations.class.getResourceAsStream("migrations/" + name)) {
            byte[] bytes = Objects.requireNonNull(script, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
