package dev.parallax.ui.compare;

import dev.parallax.compare.Baseline;
import dev.parallax.compare.MeasuredRevision;
import dev.parallax.compare.Question;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Segment;
import dev.parallax.rum.TimeWindow;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Latest;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.compare.CompareUseCases.LabPage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The question as it is chosen, part by part. Every change is a step that can be undone.
public final class QuestionModel {

    private record Choices(List<LabPage> pages, List<String> datasets) {}

    private final CompareUseCases useCases;
    private final Background background;
    private final Problems problems;
    private final Latest<List<MeasuredRevision>> readings;

    private final ObservableList<LabPage> pages = FXCollections.observableArrayList();
    private final ObservableList<String> datasets = FXCollections.observableArrayList();
    private final ObservableList<MeasuredRevision> revisions = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();

    private final ObjectProperty<@Nullable LabPage> page = new SimpleObjectProperty<>();
    private final ObjectProperty<Profile> profile = new SimpleObjectProperty<>(Profile.DESKTOP);
    private final ObjectProperty<OptionalInt> revision =
            new SimpleObjectProperty<>(OptionalInt.empty());
    private final ObjectProperty<Optional<TimeWindow>> window =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<@Nullable String> dataset = new SimpleObjectProperty<>();
    private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(Metric.LCP);
    private final ObjectProperty<Segment> segment = new SimpleObjectProperty<>(Segment.ALL);

    private final Asking<Question> asking =
            new Asking<>(
                    new Asking.Parts<>() {
                        @Override
                        public Optional<Question> read() {
                            return chosen();
                        }

                        @Override
                        public void write(Question question) {
                            choose(question);
                        }
                    });

    QuestionModel(CompareUseCases useCases, Background background, Problems problems) {
        this.useCases = useCases;
        this.background = background;
        this.problems = problems;
        readings = new Latest<>(background, revisions::setAll, problems::show);
        page.subscribe(this::turnTo);
        for (var part : List.of(profile, revision, window, dataset, metric, segment)) {
            part.subscribe(asking::changed);
        }
    }

    public ObservableList<LabPage> pages() {
        return pages;
    }

    public ObservableList<String> datasets() {
        return datasets;
    }

    /// The revisions of the chosen journey that were run, the newest first.
    public ObservableList<MeasuredRevision> revisions() {
        return revisions;
    }

    /// Whether the lists have been read: empty ones then are empty in truth.
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable LabPage> page() {
        return page;
    }

    public ObjectProperty<Profile> profile() {
        return profile;
    }

    /// The journey's revision whose runs count; empty takes all.
    public ObjectProperty<OptionalInt> revision() {
        return revision;
    }

    /// When the runs started that count; empty takes the newest.
    public ObjectProperty<Optional<TimeWindow>> window() {
        return window;
    }

    public ObjectProperty<@Nullable String> dataset() {
        return dataset;
    }

    public ObjectProperty<Metric> metric() {
        return metric;
    }

    /// The users as chosen; those compared are in addition like the lab's profile.
    public ObjectProperty<Segment> segment() {
        return segment;
    }

    /// The question as a whole, and the steps to it.
    public Asking<Question> asking() {
        return asking;
    }

    /// What is asked now, empty as long as a part of it is missing.
    public ReadOnlyObjectProperty<Optional<Question>> question() {
        return asking.question();
    }

    /// Takes other runs for the lab, in one step.
    ///
    /// @param ofRevision empty takes all
    /// @param within empty takes the newest
    public void runs(OptionalInt ofRevision, Optional<TimeWindow> within) {
        asking.quietly(() -> {
            revision.set(ofRevision);
            window.set(within);
        });
        asking.changed();
    }

    /// What time it is: the end of the last days.
    Instant now() {
        return useCases.now();
    }

    /// Takes in or leaves out the users with a value of a dimension.
    public void toggle(Dimension dimension, String value) {
        Segment now = segment.get();
        var values = new TreeSet<>(now.values().getOrDefault(dimension, Set.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        segment.set(now.with(dimension, values));
    }

    /// Takes in all users again, whatever their value of the dimension.
    public void clear(Dimension dimension) {
        segment.set(segment.get().without(dimension));
    }

    /// Reads again what can be asked about, and asks.
    public void refresh() {
        background.load(
                _ -> new Choices(useCases.pages(), useCases.datasets()),
                this::fill,
                problems::show);
    }

    private void fill(Choices choices) {
        asking.quietly(() -> {
            LabPage pageBefore = page.get();
            String datasetBefore = dataset.get();
            pages.setAll(choices.pages());
            datasets.setAll(choices.datasets());
            page.set(kept(pages, pageBefore));
            dataset.set(kept(datasets, datasetBefore));
            loaded.set(true);
        });
        readRevisions();
        asking.again();
    }

    private static <T> @Nullable T kept(List<T> choices, @Nullable T before) {
        return choices.contains(before) ? before : choices.isEmpty() ? null : choices.getFirst();
    }

    /// Another journey has revisions and times of its own.
    private void turnTo(@Nullable LabPage before, @Nullable LabPage now) {
        if (now == null || asking.isChanging()) {
            return;
        }
        if (before == null || !before.journey().equals(now.journey())) {
            asking.quietly(() -> {
                revision.set(OptionalInt.empty());
                window.set(Optional.empty());
            });
            readRevisions();
        }
        asking.changed();
    }

    private void readRevisions() {
        LabPage now = page.get();
        if (now != null) {
            readings.submit(_ -> useCases.revisions(now.journey()));
        }
    }

    private void choose(Question other) {
        Baseline lab = other.baseline();
        String journeyBefore = page.get() == null ? "" : page.get().journey();
        page.set(new LabPage(lab.journey(), lab.page()));
        profile.set(lab.profile());
        revision.set(lab.revision());
        window.set(lab.window());
        dataset.set(other.dataset());
        metric.set(other.metric());
        segment.set(other.segment());
        if (!journeyBefore.equals(lab.journey())) {
            readRevisions();
        }
    }

    private Optional<Question> chosen() {
        LabPage lab = page.get();
        String field = dataset.get();
        if (lab == null || field == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Question(
                        new Baseline(
                                lab.journey(),
                                lab.page(),
                                Objects.requireNonNull(profile.get()),
                                revision.get(),
                                window.get()),
                        field,
                        segment.get(),
                        metric.get()));
    }
}
