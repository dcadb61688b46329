package dev.parallax.store;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.Provenance;
import dev.parallax.rum.StoredImport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// The rows of the table `dataset`. What a data set holds is told by its imports.
final class DatasetRows {
    private static final String VISIBLE =
            """
            SELECT id, revision, kind, name, imported_at
              FROM dataset
             WHERE state = 1
             ORDER BY name COLLATE NOCASE, name
            """;

    private static final String BY_NAME =
            """
            SELECT id, revision, kind, name, imported_at
              FROM dataset
             WHERE state = 1
               AND name = :name
            """;

    private static final String BY_ID =
            """
            SELECT id, revision, kind, name, imported_at
              FROM dataset
             WHERE state = 1
               AND id = :id
            """;

    private static final String NAME_IS_TAKEN =
            """
            SELECT state
              FROM dataset
             WHERE name = :name
            """;

    private static final String STAGE =
            """
            INSERT INTO dataset (name, state, kind, imported_at)
            VALUES (:name, 0, :kind, :now)
            RETURNING id
            """;

    private static final String SHOW =
            """
            UPDATE dataset
               SET state = 1,
                   revision = revision + :grown,
                   next_chunk = :nextChunk,
                   imported_at = :now
             WHERE id = :id
            """;

    /// The name is free at once; ids are never used twice.
    private static final String HIDE =
            """
            UPDATE dataset
               SET state = 0,
                   name = char(127) || id
             WHERE id = :id
            """;

    private static final String CHANGE =
            """
            UPDATE dataset
               SET revision = revision + 1
             WHERE id = :id
            """;

    private DatasetRows() {}

    static List<Dataset> list(Handle handle) {
        return handle.createQuery(VISIBLE).map((row, _) -> Row.of(row)).list().stream()
                .map(row -> row.with(ImportRows.list(handle, row.id)))
                .toList();
    }

    static Optional<Dataset> find(Handle handle, String name) {
        return find(handle, handle.createQuery(BY_NAME).bind("name", name));
    }

    static Optional<Dataset> find(Handle handle, long id) {
        return find(handle, handle.createQuery(BY_ID).bind("id", id));
    }

    private static Optional<Dataset> find(Handle handle, Query query) {
        return query.map((row, _) -> Row.of(row))
                .findOne()
                .map(row -> row.with(ImportRows.list(handle, row.id)));
    }

    /// @throws ProblemException if there is a data set of this name, or one is being imported
    static void refuseIfTaken(Handle handle, String name) {
        handle.createQuery(NAME_IS_TAKEN)
                .bind("name", name)
                .mapTo(Integer.class)
                .findOne()
                .ifPresent(state -> {
                    throw new ProblemException(taken(name, state));
                });
    }

    private static Problem taken(String name, int state) {
        return Problem.usage(
                "dataset-exists",
                "cannot import into the data set \"" + name + "\"",
                state == 0 ? "an import of this name is under way" : "there is one of this name",
                state == 0
                        ? "choose another name, or wait for it"
                        : "choose another name, add to it, or delete it first");
    }

    /// Takes the name for a data set that nobody can see yet.
    ///
    /// @return its id
    static long stage(Handle handle, String name, Dataset.Kind kind, Instant now) {
        refuseIfTaken(handle, name);
        return handle.createQuery(STAGE)
                .bind("name", name)
                .bind("kind", key(kind))
                .bind("now", now.toEpochMilli())
                .mapTo(Long.class)
                .one();
    }

    /// Makes a data set visible, or visible with what was added, with the transaction it is in.
    ///
    /// @param isNew whether nobody could see it so far
    static void show(Handle handle, long id, boolean isNew, int nextChunk, Instant now) {
        handle.createUpdate(SHOW)
                .bind("id", id)
                .bind("grown", isNew ? 0 : 1)
                .bind("nextChunk", nextChunk)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// Makes a data set invisible and its name free; false if it is gone already.
    static boolean hide(Handle handle, long id) {
        return handle.createUpdate(HIDE).bind("id", id).execute() > 0;
    }

    /// Notes that what is in the data set is about to be other than it was.
    static void change(Handle handle, long id) {
        handle.createUpdate(CHANGE).bind("id", id).execute();
    }

    static String key(Dataset.Kind kind) {
        return switch (kind) {
            case PAGE_VIEWS -> "page-views";
            case AGGREGATES -> "aggregates";
        };
    }

    private static Dataset.Kind kindOf(String key) {
        return key.equals(key(Dataset.Kind.AGGREGATES))
                ? Dataset.Kind.AGGREGATES
                : Dataset.Kind.PAGE_VIEWS;
    }

    private record Row(long id, long revision, Dataset.Kind kind, String name, Instant changed) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong("id"),
                    row.getLong("revision"),
                    kindOf(row.getString("kind")),
                    row.getString("name"),
                    Instant.ofEpochMilli(row.getLong("imported_at")));
        }

        Dataset with(List<StoredImport> imports) {
            return new Dataset(
                    id,
                    revision,
                    kind,
                    name,
                    imports.stream()
                            .map(StoredImport::imported)
                            .max(Instant::compareTo)
                            .orElse(changed),
                    size(imports),
                    earliest(imports),
                    latest(imports),
                    Provenance.of(imports.stream().map(StoredImport::record).toList()));
        }

        private static Dataset.Size size(List<StoredImport> imports) {
            List<Dataset.Size> sizes = imports.stream().map(StoredImport::size).toList();
            return new Dataset.Size(
                    sizes.stream().mapToLong(Dataset.Size::rows).sum(),
                    sizes.stream().mapToLong(Dataset.Size::pageViews).sum(),
                    sizes.stream().mapToDouble(Dataset.Size::weight).sum(),
                    sizes.stream().anyMatch(size -> size.weighting() == Dataset.Weighting.BY_ROW)
                            ? Dataset.Weighting.BY_ROW
                            : Dataset.Weighting.NONE);
        }

        private static @Nullable Instant earliest(List<StoredImport> imports) {
            Instant earliest = null;
            for (StoredImport one : imports) {
                Instant first = one.first();
                if (first != null && (earliest == null || first.isBefore(earliest))) {
                    earliest = first;
                }
            }
            return earliest;
        }

        private static @Nullable Instant latest(List<StoredImport> imports) {
            Instant latest = null;
            for (StoredImport one : imports) {
                Instant last = one.last();
                if (last != null && (latest == null || last.isAfter(latest))) {
                    latest = last;
                }
            }
            return latest;
        }
    }
}
