package dev.parallax.store;

import dev.parallax.compare.Baseline;
import dev.parallax.compare.ComparisonQuestion;
import dev.parallax.compare.Question;
import dev.parallax.compare.RunsQuestion;
import dev.parallax.compare.UsersQuestion;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Segment;
import dev.parallax.rum.TimeWindow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A question as the columns of its row.
final class QuestionRow {
    private QuestionRow() {}

    /// The values of the columns by name; what the kind does not ask is empty.
    static Map<String, @Nullable Object> write(ComparisonQuestion question) {
        Map<String, @Nullable Object> row =
                new HashMap<>(
                        Map.of(
                                "kind",
                                question.kind(),
                                "dataset",
                                "",
                                "segment",
                                "[]",
                                "profileBefore",
                                "",
                                "sides",
                                "[]",
                                "metrics",
                                "[]",
                                "datasetAfter",
                                "",
                                "segmentAfter",
                                "[]"));
        switch (question) {
            case Question(var baseline, var dataset, var segment, var metric) -> {
                write(row, Optional.of(baseline));
                row.put("dataset", dataset);
                row.put("segment", TextList.write(segment.texts()));
                row.put("metric", metric.key());
            }
            case RunsQuestion(var after, var profileBefore, var sides, var metrics) -> {
                write(row, Optional.of(after));
                row.put("profileBefore", profileBefore);
                row.put("sides", TextList.write(SidesText.write(sides)));
                row.put("metrics", TextList.write(metrics.stream().map(Metric::key).toList()));
                row.put("metric", metrics.isEmpty() ? "" : metrics.getFirst().key());
            }
            case UsersQuestion(var before, var after, var metric) -> {
                write(row, Optional.empty());
                row.put("dataset", before.dataset());
                row.put("segment", TextList.write(before.segment().texts()));
                row.put("datasetAfter", after.dataset());
                row.put("segmentAfter", TextList.write(after.segment().texts()));
                row.put("metric", metric.key());
            }
        }
        return row;
    }

    private static void write(Map<String, @Nullable Object> row, Optional<Baseline> baseline) {
        Optional<TimeWindow> window = baseline.flatMap(Baseline::window);
        row.put("journey", baseline.map(Baseline::journey).orElse(""));
        row.put("page", baseline.map(Baseline::page).orElse(""));
        row.put("profile", baseline.map(lab -> lab.profile().id()).orElse(""));
        row.put("revision", baseline.map(Baseline::revision).orElse(OptionalInt.empty()).orElse(0));
        row.put("from", window.map(time -> time.from().toEpochMilli()).orElse(null));
        row.put("to", window.map(time -> time.to().toEpochMilli()).orElse(null));
    }

    /// The question of a row; empty if this program cannot read it.
    ///
    /// @param profiles finds a profile by its id
    static Optional<ComparisonQuestion> read(
            ResultSet row, Function<String, Optional<Profile>> profiles) throws SQLException {
        return switch (row.getString("kind")) {
            case "lab-and-field" -> labAndField(row, profiles);
            case "lab-and-lab" -> runs(row, profiles);
            case "field-and-field" -> users(row);
            default -> Optional.empty();
        };
    }

    private static Optional<ComparisonQuestion> labAndField(
            ResultSet row, Function<String, Optional<Profile>> profiles) throws SQLException {
        Optional<Baseline> baseline = baseline(row, profiles);
        Optional<Metric> metric = Metric.byKey(row.getString("metric"));
        if (baseline.isEmpty() || metric.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Question(
                        baseline.get(),
                        row.getString("dataset"),
                        segment(row.getString("segment")),
                        metric.get()));
    }

    private static Optional<ComparisonQuestion> runs(
            ResultSet row, Function<String, Optional<Profile>> profiles) throws SQLException {
        Optional<Baseline> baseline = baseline(row, profiles);
        Optional<RunsQuestion.Sides> sides = SidesText.read(TextList.read(row.getString("sides")));
        List<Optional<Metric>> metrics =
                TextList.read(row.getString("metrics")).stream().map(Metric::byKey).toList();
        if (baseline.isEmpty() || sides.isEmpty() || metrics.contains(Optional.<Metric>empty())) {
            return Optional.empty();
        }
        return Optional.of(
                new RunsQuestion(
                        baseline.get(),
                        row.getString("profile_before"),
                        sides.get(),
                        metrics.stream().flatMap(Optional::stream).toList()));
    }

    private static Optional<ComparisonQuestion> users(ResultSet row) throws SQLException {
        var before =
                new UsersQuestion.Side(row.getString("dataset"), segment(row.getString("segment")));
        var after =
                new UsersQuestion.Side(
                        row.getString("dataset_after"), segment(row.getString("segment_after")));
        return Metric.byKey(row.getString("metric"))
                .map(metric -> new UsersQuestion(before, after, metric));
    }

    private static Optional<Baseline> baseline(
            ResultSet row, Function<String, Optional<Profile>> profiles) throws SQLException {
        Optional<Profile> profile = profiles.apply(row.getString("profile"));
        if (profile.isEmpty()) {
            return Optional.empty();
        }
        int revision = row.getInt("revision");
        return Optional.of(
                new Baseline(
                        row.getString("journey"),
                        row.getString("page"),
                        profile.get(),
                        revision == 0 ? OptionalInt.empty() : OptionalInt.of(revision),
                        window(row)));
    }

    private static Segment segment(String texts) {
        return Segment.parse(TextList.read(texts));
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
}
