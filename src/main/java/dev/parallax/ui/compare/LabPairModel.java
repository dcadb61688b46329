package dev.parallax.ui.compare;

import dev.parallax.compare.Baseline;
import dev.parallax.compare.LabPair;
import dev.parallax.compare.MeasuredRevision;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Metric;
import dev.parallax.problem.Problem;
import dev.parallax.rum.TimeWindow;
import dev.parallax.service.CompareRuns;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Latest;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.compare.CompareUseCases.LabPage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Which two sets of runs are compared, and what it comes to. Every change of the question is
/// answered anew; the newest question wins.
public final class LabPairModel {
    /// As many values as a run of `check run` that is meant for comparing has.
    private static final int USUAL_VALUES = 12;

    private static final Duration USUAL_STRETCH = Duration.ofDays(7);

    /// By what the runs are told apart.
    public enum Kind {
        REVISIONS,
        NEWEST,
        WINDOWS
    }

    private final CompareUseCases lists;
    private final PairUseCases pairs;
    private final Background background;
    private final Problems problems;
    private final Latest<LabPair> answers;
    private final Latest<List<MeasuredRevision>> readings;

    private final ObservableList<LabPage> pages = FXCollections.observableArrayList();
    private final ObservableList<MeasuredRevision> revisions = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<@Nullable LabPage> page = new SimpleObjectProperty<>();
    private final ObjectProperty<Profile> profile = new SimpleObjectProperty<>(Profile.DESKTOP);
    private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(Metric.LCP);
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.NEWEST);
    private final ObjectProperty<@Nullable MeasuredRevision> before = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable MeasuredRevision> after = new SimpleObjectProperty<>();
    private final ObjectProperty<Integer> values = new SimpleObjectProperty<>(USUAL_VALUES);
    private final ObjectProperty<TimeWindow> windowBefore;
    private final ObjectProperty<TimeWindow> windowAfter;

    private final ReadOnlyObjectWrapper<Optional<LabPair>> pair =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> trouble =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// While several parts change at once, which is one question.
    private boolean changing;

    public LabPairModel(
            CompareUseCases lists, PairUseCases pairs, Background background, Problems problems) {
        this.lists = lists;
        this.pairs = pairs;
        this.background = background;
        this.problems = problems;
        answers = new Latest<>(background, this::answered, this::refused);
        readings = new Latest<>(background, this::fillRevisions, problems::show);
        Instant now = lists.now();
        Instant middle = now.minus(USUAL_STRETCH);
        windowBefore =
                new SimpleObjectProperty<>(new TimeWindow(middle.minus(USUAL_STRETCH), middle));
        windowAfter = new SimpleObjectProperty<>(new TimeWindow(middle, now));
        page.subscribe(this::turnTo);
        Stream.of(profile, metric, kind, before, after, values, windowBefore, windowAfter)
                .forEach(part -> part.subscribe(this::ask));
    }

    public ObservableList<LabPage> pages() {
        return pages;
    }

    /// The revisions of the page's journey that were run, the newest first.
    public ObservableList<MeasuredRevision> revisions() {
        return revisions;
    }

    /// Whether the pages have been read: no pages then are none in truth.
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable LabPage> page() {
        return page;
    }

    public ObjectProperty<Profile> profile() {
        return profile;
    }

    /// The metric of the headline; all others are compared beside it.
    public ObjectProperty<Metric> metric() {
        return metric;
    }

    public ObjectProperty<Kind> kind() {
        return kind;
    }

    public ObjectProperty<@Nullable MeasuredRevision> before() {
        return before;
    }

    public ObjectProperty<@Nullable MeasuredRevision> after() {
        return after;
    }

    /// How many of the newest values a side has, 1 to 100.
    public ObjectProperty<Integer> values() {
        return values;
    }

    public ObjectProperty<TimeWindow> windowBefore() {
        return windowBefore;
    }

    public ObjectProperty<TimeWindow> windowAfter() {
        return windowAfter;
    }

    /// The newest answer; empty while there is none.
    public ReadOnlyObjectProperty<Optional<LabPair>> pair() {
        return pair.getReadOnlyProperty();
    }

    /// Why there is no answer.
    public ReadOnlyObjectProperty<Optional<Problem>> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// Reads again what can be asked about, and asks.
    public void refresh() {
        background.load(_ -> lists.pages(), this::fill, problems::show);
    }

    private void fill(List<LabPage> found) {
        LabPage chosen = page.get();
        pages.setAll(found);
        loaded.set(true);
        LabPage next = found.contains(chosen) ? chosen : found.isEmpty() ? null : found.getFirst();
        if (next != null && next.equals(chosen)) {
            turnTo();
        } else {
            page.set(next);
        }
    }

    private void turnTo() {
        LabPage now = page.get();
        if (now != null) {
            readings.submit(_ -> lists.revisions(now.journey()));
        }
    }

    /// Two revisions are what somebody wants to know about; with one there is only time.
    private void fillRevisions(List<MeasuredRevision> found) {
        changing = true;
        revisions.setAll(found);
        after.set(found.isEmpty() ? null : found.getFirst());
        before.set(found.size() < 2 ? null : found.get(1));
        kind.set(found.size() < 2 ? Kind.NEWEST : Kind.REVISIONS);
        changing = false;
        ask();
    }

    private void ask() {
        if (!changing) {
            question().ifPresent(question -> answers.submit(_ -> pairs.compare(question)));
        }
    }

    private Optional<CompareRuns.Question> question() {
        LabPage lab = page.get();
        if (lab == null) {
            return Optional.empty();
        }
        String preset = profile.get().id();
        return sides().map(sides ->
                new CompareRuns.Question(
                        Baseline.newest(lab.journey(), lab.page(), profile.get()),
                        preset,
                        sides,
                        metrics()));
    }

    private List<Metric> metrics() {
        return Stream.concat(Stream.of(metric.get()), Metric.all().stream()).distinct().toList();
    }

    private Optional<CompareRuns.Sides> sides() {
        return switch (kind.get()) {
            case REVISIONS -> {
                MeasuredRevision one = before.get();
                MeasuredRevision other = after.get();
                yield one == null || other == null
                        ? Optional.empty()
                        : Optional.of(
                                new CompareRuns.Sides.Revisions(one.number(), other.number()));
            }
            case NEWEST -> Optional.of(new CompareRuns.Sides.Newest(values.get()));
            case WINDOWS ->
                    Optional.of(
                            new CompareRuns.Sides.Windows(windowBefore.get(), windowAfter.get()));
        };
    }

    /// Writes an answer as one HTML file.
    public void report(LabPair shown, Path file) {
        background.run(
                Texts.of("report.writing", file.getFileName()),
                _ -> {
                    pairs.report(shown, file);
                    return file;
                },
                _ -> {},
                problems::show,
                () -> {});
    }

    private void answered(LabPair found) {
        trouble.set(Optional.empty());
        pair.set(Optional.of(found));
    }

    private void refused(Problem problem) {
        pair.set(Optional.empty());
        trouble.set(Optional.of(problem));
    }
}
