package dev.parallax.store;

import dev.parallax.compare.Baseline;
import dev.parallax.compare.Question;
import dev.parallax.compare.SavedComparison;
import dev.parallax.measure.OwnProfile;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Segment;
import dev.parallax.rum.TimeWindow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The comparisons of a workspace that somebody keeps.
public final class ComparisonStore {
    private static final String COLUMNS =
            """
            SELECT name, journey, page, profile, revision, runs_from, runs_to, dataset, segment,
                   metric, saved_at, verdict, sentence, judged_at
              FROM comparison
            """;

    private static final String KEEP =
            """
            INSERT INTO comparison (name, journey, page, profile, revision, runs_from, runs_to,
                                    dataset, segment, metric, saved_at)
            VALUES (:name, :journey, :page, :profile, :revision, :from, :to,
                    :dataset, :segment, :metric, :now)
            ON CONFLICT (name) DO UPDATE
               SET journey = excluded.journey, page = excluded.page, profile = excluded.profile,
                   revision = excluded.revision, runs_from = excluded.runs_from,
                   runs_to = excluded.runs_to, dataset = excluded.dataset,
                   segment = excluded.segment, metric = excluded.metric,
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

    /// Keeps a question under a name; replaces the one of the same name.
    public void save(String name, Question question) {
        Baseline baseline = question.baseline();
        database.write(handle ->
                handle.createUpdate(KEEP)
                        .bind("name", name)
                        .bind("journey", baseline.journey())
                        .bind("page", baseline.page())
                        .bind("profile", baseline.profile().id())
                        .bind("revision", baseline.revision().orElse(0))
                        .bind("from", baseline.window().map(ComparisonStore::from).orElse(null))
                        .bind("to", baseline.window().map(ComparisonStore::to).orElse(null))
                        .bind("dataset", question.dataset())
                        .bind("segment", TextList.write(question.segment().texts()))
                        .bind("metric", question.metric().key())
                        .bind("now", clock.millis())
                        .execute());
    }

    private static @Nullable Long from(TimeWindow window) {
        return window.from().toEpochMilli();
    }

    private static @Nullable Long to(TimeWindow window) {
        return window.to().toEpochMilli();
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
        Optional<Profile> profile = profile(handle, row.getString("profile"));
        Optional<Metric> metric = Metric.byKey(row.getString("metric"));
        if (profile.isEmpty() || metric.isEmpty()) {
            return Optional.empty();
        }
        int revision = row.getInt("revision");
        var baseline =
                new Baseline(
                        row.getString("journey"),
                        row.getString("page"),
                        profile.get(),
                        revision == 0 ? OptionalInt.empty() : OptionalInt.of(revision),
                        window(row));
        var question =
                new Question(
                        baseline,
                        row.getString("dataset"),
                        Segment.parse(TextList.read(row.getString("segment"))),
                        metric.get());
        return Optional.of(
                new SavedComparison(
                        row.getString("name"),
                        question,
                        Instant.ofEpochMilli(row.getLong("saved_at")),
                        judged(row)));
    }

    private static Optional<TimeWindow> window(ResultSet row) throws SQLException {
        long from = row.getLong("runs_from");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(
                        new TimeWindow(
                                Instant.ofEpochMilli(from),
                                Instant.ofEpochMilli(row.getLong("runs_to"))));
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
