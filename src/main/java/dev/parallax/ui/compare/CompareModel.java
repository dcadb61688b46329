package dev.parallax.ui.compare;

import dev.parallax.compare.Comparison;
import dev.parallax.compare.Differences;
import dev.parallax.compare.LabSample;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.problem.Problem;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.rum.ValueCount;
import dev.parallax.ui.chart.Placed;
import dev.parallax.ui.chart.Scale;
import dev.parallax.ui.chart.Shown;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Latest;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.compare.CompareUseCases.LabPage;
import dev.parallax.ui.compare.CompareUseCases.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The question, its verdict and what the charts show. The charts follow every change at once; the
/// verdict with its intervals follows when it is known.
public final class CompareModel {

    private record Choices(List<LabPage> pages, List<String> datasets) {}

    /// The lab and the field of the question answered last, kept while only the segment changes.
    private record Sides(Question question, LabSample lab, PageViews field, Reading reading) {

        Sides question(Question other) {
            return new Sides(other, lab, field, reading);
        }

        Sides reading(Reading other) {
            return new Sides(question, lab, field, other);
        }

        /// Whether they answer another question too: it differs in nothing but the segment.
        boolean answer(Question other) {
            return question.lab().equals(other.lab())
                    && question.profile().equals(other.profile())
                    && question.dataset().equals(other.dataset())
                    && question.metric() == other.metric();
        }
    }

    private record Answer(Question question, Comparison comparison, PageViews field) {}

    private final CompareUseCases useCases;
    private final Background background;
    private final Problems problems;
    private final Latest<Reading.Drawn> readings;
    private final Latest<Map<Dimension, List<ValueCount>>> countings;
    private final Latest<Answer> verdicts;
    private final Latest<Differences> differing;

    private final ObservableList<LabPage> pages = FXCollections.observableArrayList();
    private final ObservableList<String> datasets = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<@Nullable LabPage> page = new SimpleObjectProperty<>();
    private final ObjectProperty<Profile> profile = new SimpleObjectProperty<>(Profile.DESKTOP);
    private final ObjectProperty<@Nullable String> dataset = new SimpleObjectProperty<>();
    private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(Metric.LCP);
    private final ObjectProperty<Scale> scale = new SimpleObjectProperty<>(Scale.LOGARITHMIC);
    private final ReadOnlyObjectWrapper<Segment> segment = new ReadOnlyObjectWrapper<>(Segment.ALL);

    private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> trouble =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Segment> matched = new ReadOnlyObjectWrapper<>(Segment.ALL);
    private final ReadOnlyObjectWrapper<Map<Dimension, List<ValueCount>>> counts =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<Differences>> differences =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty wantsDifferences = new SimpleBooleanProperty();
    private @Nullable Sides sides;
    private boolean filling;

    public CompareModel(CompareUseCases useCases, Background background, Problems problems) {
        this.useCases = useCases;
        this.background = background;
        this.problems = problems;
        readings = new Latest<>(background, this::drawn, problems::show);
        countings = new Latest<>(background, counts::set, problems::show);
        verdicts = new Latest<>(background, this::answered, this::refused);
        differing =
                new Latest<>(
                        background, found -> differences.set(Optional.of(found)), problems::show);
        page.subscribe(this::ask);
        profile.subscribe(this::ask);
        dataset.subscribe(this::ask);
        metric.subscribe(this::ask);
        segment.subscribe(this::ask);
        scale.subscribe(this::rescale);
        wantsDifferences.subscribe(this::differ);
    }

    public ObservableList<LabPage> pages() {
        return pages;
    }

    public ObservableList<String> datasets() {
        return datasets;
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

    public ObjectProperty<@Nullable String> dataset() {
        return dataset;
    }

    public ObjectProperty<Metric> metric() {
        return metric;
    }

    public ObjectProperty<Scale> scale() {
        return scale;
    }

    /// The users as chosen; those compared are in addition like the lab's profile, see
    /// [#matched()].
    public ReadOnlyObjectProperty<Segment> segment() {
        return segment.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Segment> matched() {
        return matched.getReadOnlyProperty();
    }

    /// Per dimension how many page views have each value; a dimension with one value is left out.
    public ReadOnlyObjectProperty<Map<Dimension, List<ValueCount>>> counts() {
        return counts.getReadOnlyProperty();
    }

    /// The newest answer; empty until there is one, and while there is none.
    public ReadOnlyObjectProperty<Optional<Comparison>> comparison() {
        return comparison.getReadOnlyProperty();
    }

    /// How the whole distributions differ; empty until that is known, and while there is no answer.
    public ReadOnlyObjectProperty<Optional<Differences>> differences() {
        return differences.getReadOnlyProperty();
    }

    /// Whether somebody looks at the differences, which are not found otherwise.
    public BooleanProperty wantsDifferences() {
        return wantsDifferences;
    }

    /// Why there is no answer.
    public ReadOnlyObjectProperty<Optional<Problem>> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// What the charts show.
    public ReadOnlyObjectProperty<Optional<Shown>> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Reads again what can be asked about, and asks.
    public void refresh() {
        background.load(
                _ -> new Choices(useCases.pages(), useCases.datasets()),
                this::fill,
                problems::show);
    }

    /// Asks about this page of this journey.
    public void open(LabPage newPage) {
        page.set(newPage);
    }

    /// Takes in or leaves out the users with a value of a dimension.
    public void toggle(Dimension dimension, String value) {
        var values =
                new java.util.TreeSet<>(segment.get().values().getOrDefault(dimension, Set.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        segment.set(segment.get().with(dimension, values));
    }

    /// Takes in all users again, whatever their value of the dimension.
    public void clear(Dimension dimension) {
        segment.set(segment.get().without(dimension));
    }

    public void clearSegment() {
        segment.set(Segment.ALL);
    }

    private void fill(Choices choices) {
        // the chosen ones are set once the lists are whole, or each would ask a question of its own
        filling = true;
        LabPage pageBefore = page.get();
        String datasetBefore = dataset.get();
        pages.setAll(choices.pages());
        datasets.setAll(choices.datasets());
        page.set(
                pages.contains(pageBefore)
                        ? pageBefore
                        : pages.isEmpty() ? null : pages.getFirst());
        dataset.set(
                datasets.contains(datasetBefore)
                        ? datasetBefore
                        : datasets.isEmpty() ? null : datasets.getFirst());
        loaded.set(true);
        filling = false;
        sides = null;
        ask();
    }

    private void ask() {
        Question question = question();
        if (question == null) {
            return;
        }
        Sides known = sides;
        if (known != null && known.answer(question)) {
            draw(known.reading());
        } else {
            decide(question);
        }
    }

    /// What is asked now, null as long as a part of it is missing.
    private @Nullable Question question() {
        LabPage lab = page.get();
        String field = dataset.get();
        return filling || lab == null || field == null
                ? null
                : new Question(lab, profile.get().id(), field, metric.get(), segment.get());
    }

    private void rescale() {
        Sides known = sides;
        if (known != null) {
            sides = known.reading(new Reading(known.field(), known.lab(), scale.get()));
            ask();
        }
    }

    private void draw(Reading reading) {
        Segment users = segment.get();
        readings.submit(_ -> reading.draw(users));
    }

    private void decide(Question question) {
        verdicts.submit(_ ->
                new Answer(
                        question, useCases.compare(question), useCases.open(question.dataset())));
    }

    /// The charts are drawn; what takes longer follows them.
    private void drawn(Reading.Drawn result) {
        matched.set(result.matched());
        shown.set(result.shown().map(this::withInterval));
        Sides known = sides;
        Question question = question();
        if (known == null || question == null) {
            return;
        }
        countings.submit(_ -> known.reading().counts(question.segment()));
        if (!question.equals(known.question())) {
            decide(question);
        }
    }

    private void answered(Answer answer) {
        trouble.set(Optional.empty());
        comparison.set(Optional.of(answer.comparison()));
        Sides before = sides;
        if (before != null && before.answer(answer.question())) {
            sides = before.question(answer.question());
            shown.set(shown.get().map(this::withInterval));
            differ();
            return;
        }
        LabSample lab = answer.comparison().lab();
        var reading = new Reading(answer.field(), lab, scale.get());
        sides = new Sides(answer.question(), lab, answer.field(), reading);
        draw(reading);
        differ();
    }

    private void differ() {
        Sides known = sides;
        if (known != null && wantsDifferences.get()) {
            differing.submit(_ -> known.reading().differences(known.question().segment()));
        }
    }

    private void refused(Problem problem) {
        sides = null;
        comparison.set(Optional.empty());
        differences.set(Optional.empty());
        shown.set(Optional.empty());
        trouble.set(Optional.of(problem));
    }

    /// The interval belongs to what is drawn only if the verdict was found for the same users.
    private Shown withInterval(Shown drawn) {
        return comparison
                .get()
                .filter(known -> known.matched().segment().equals(matched.get()))
                .flatMap(known -> known.matched().placement())
                .map(placement ->
                        new Placed(
                                placement.value() / 100,
                                placement.interval().low() / 100,
                                placement.interval().high() / 100))
                .map(drawn::placed)
                .orElse(drawn);
    }
}
