package dev.parallax.store;

import dev.parallax.compare.ComparisonQuestion;
import dev.parallax.compare.SavedComparison;
import dev.parallax.measure.OwnProfile;
import dev.parallax.measure.Profile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The comparisons of a workspace that somebody keeps.
public final class ComparisonStore {
    private static final String COLUMNS =
            """
            SELECT name, journey, page, profile, revision, runs_from, runs_to, dataset, segment,
                   metric, kind, profile_before, sides, metrics, dataset_after, segment_after,
                   saved_at, verdict, sentence, judged_at
              FROM comparison
            """;

    private static final String KEEP =
            """
            INSERT INTO comparison (name, journey, page, profile, revision, runs_from, runs_to,
                                    dataset, segment, metric, kind, profile_before, sides,
                                    metrics, dataset_after, segment_after, saved_at)
            VALUES (:name, :journey, :page, :profile, :revision, :from, :to,
                    :dataset, :segment, :metric, :kind, :profileBefore, :sides,
                    :metrics, :datasetAfter, :segmentAfter, :now)
            ON CONFLICT (name) DO UPDATE
               SET journey = excluded.journey, page = excluded.page, profile = excluded.profile,
                   revision = excluded.revision, runs_from = excluded.runs_from,
                   runs_to = excluded.runs_to, dataset = excluded.dataset,
                   segment = excluded.segment, metric = excluded.metric, kind = excluded.kind,
                   profile_before = excluded.profile_before, sides = excluded.sides,
                   metrics = excluded.metrics, dataset_after = excluded.dataset_after,
                   segment_after = excluded.segment_after,
                   saved_at = excluded.saved_at, verdict = '', sentence = '', judged_at = NULL
            """;

    private static final String JUDGE =
            """
            UPDATE comparison
               SET verdict = :verdict, sentence = :sentence, judged_at = :at
             WHERE name = :name
            """;

    private final Database database;
    private final InstantSource clock;

    ComparisonStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Keeps a question under a name; replaces the one of the same name, of whatever kind it is.
    public void save(String name, ComparisonQuestion question) {
        database.write(handle ->
                handle.createUpdate(KEEP)
                        .bind("name", name)
                        .bindMap(QuestionRow.write(question))
                        .bind("now", clock.millis())
                        .execute());
    }

    /// All of them, by name. One that this program cannot read, say of a profile it does not know,
    /// is left out.
    public List<SavedComparison> list() {
        return database.read(ComparisonStore::list);
    }

    private static List<SavedComparison> list(Handle handle) {
        return handle
                .createQuery(COLUMNS + " ORDER BY name COLLATE NOCASE, name")
                .map((row, _) -> read(handle, row))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    public Optional<SavedComparison> find(String name) {
        return list().stream().filter(saved -> saved.name().equals(name)).findFirst();
    }

    /// Notes what a question came to.
    public void judge(String name, SavedComparison.Judged judged) {
        database.write(handle ->
                handle.createUpdate(JUDGE)
                        .bind("verdict", judged.verdict())
                        .bind("sentence", judged.sentence())
                        .bind("at", judged.at().toEpochMilli())
                        .bind("name", name)
                        .execute());
    }

    /// Forgets a question.
    ///
    /// @return whether there was one of this name
    public boolean remove(String name) {
        return database.writeWithBallast(handle ->
                handle.createUpdate("DELETE FROM comparison WHERE name = :name")
                                .bind("name", name)
                                .execute()
                        > 0);
    }

    private static Optional<Profile> profile(Handle handle, String id) {
        return Profile.preset(id).or(() -> ProfileStore.find(handle, id).map(OwnProfile::profile));
    }

    private static Optional<SavedComparison> read(Handle handle, ResultSet row)
            throws SQLException {
        Optional<ComparisonQuestion> question = QuestionRow.read(row, id -> profile(handle, id));
        if (question.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new SavedComparison(
                        row.getString("name"),
                        question.get(),
                        Instant.ofEpochMilli(row.getLong("saved_at")),
                        judged(row)));
    }

    private static Optional<SavedComparison.Judged> judged(ResultSet row) throws SQLException {
        long at = row.getLong("judged_at");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(
                        new SavedComparison.Judged(
                                row.getString("verdict"),
                                row.getString("sentence"),
                                Instant.ofEpochMilli(at)));
    }
}
