package dev.parallax.ui.compare;

import dev.parallax.compare.AggregateComparison;
import dev.parallax.compare.Comparison;
import dev.parallax.compare.Differences;
import dev.parallax.compare.LabSample;
import dev.parallax.compare.Question;
import dev.parallax.metric.Dimension;
import dev.parallax.problem.Problem;
import dev.parallax.rum.Brush;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.rum.ValueCount;
import dev.parallax.ui.chart.Placed;
import dev.parallax.ui.chart.Scale;
import dev.parallax.ui.chart.Shown;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Latest;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.compare.CompareUseCases.LabPage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The question's verdict and what the charts show. The charts follow every change at once; the
/// verdict with its intervals follows when it is known.
public final class CompareModel {

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
            return question.withSegment(other.segment()).equals(other);
        }
    }

    private sealed interface Answer {
        record OfViews(Question question, Comparison comparison, PageViews field)
                implements Answer {}

        record OfAggregates(AggregateComparison comparison) implements Answer {}
    }

    private final CompareUseCases useCases;
    private final Background background;
    private final Problems problems;
    private final QuestionModel question;
    private final LinkedModel linked;
    private final SavedModel saved;
    private final Latest<Reading.Drawn> readings;
    private final Latest<Map<Dimension, List<ValueCount>>> countings;
    private final Latest<Answer> verdicts;
    private final Latest<Differences> differing;

    private final ObjectProperty<Scale> scale = new SimpleObjectProperty<>(Scale.LOGARITHMIC);
    private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<AggregateComparison>> aggregates =
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

    public CompareModel(CompareUseCases useCases, Background background, Problems problems) {
        this.useCases = useCases;
        this.background = background;
        this.problems = problems;
        question = new QuestionModel(useCases, background, problems);
        linked = new LinkedModel(useCases, background, problems);
        saved = new SavedModel(useCases, background, problems);
        readings = new Latest<>(background, this::drawn, problems::show);
        countings = new Latest<>(background, counts::set, problems::show);
        verdicts = new Latest<>(background, this::answered, this::refused);
        differing =
                new Latest<>(
                        background, found -> differences.set(Optional.of(found)), problems::show);
        question.question().subscribe(asked -> asked.ifPresent(this::ask));
        scale.subscribe(this::rescale);
        wantsDifferences.subscribe(this::differ);
        linked.brush().subscribe(this::brushed);
    }

    /// What is asked.
    public QuestionModel question() {
        return question;
    }

    /// What the charts beside the distribution show.
    public LinkedModel linked() {
        return linked;
    }

    /// The comparisons that are kept.
    public SavedModel saved() {
        return saved;
    }

    public ObjectProperty<Scale> scale() {
        return scale;
    }

    /// The users compared: those of the question whom the lab's profile stands for.
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

    /// The newest answer of a data set that holds shares of intervals; empty for one of page views.
    public ReadOnlyObjectProperty<Optional<AggregateComparison>> aggregates() {
        return aggregates.getReadOnlyProperty();
    }

    /// Why there is no answer.
    public ReadOnlyObjectProperty<Optional<Problem>> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// What the charts of the distribution show.
    public ReadOnlyObjectProperty<Optional<Shown>> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Reads again what can be asked about, and asks.
    public void refresh() {
        sides = null;
        question.refresh();
        linked.refresh();
    }

    /// Asks about this page of this journey.
    public void open(LabPage page) {
        question.page().set(page);
    }

    /// The page views that are picked.
    Optional<CompareView.PickedViews> pickedViews() {
        return question.question()
                .get()
                .map(asked ->
                        new CompareView.PickedViews(
                                asked.dataset(),
                                matched.get(),
                                asked.metric(),
                                linked.brush().get()));
    }

    /// Writes the answer to a question as one HTML file.
    public void report(Question asked, Path file) {
        background.run(
                Texts.of("report.writing", file.getFileName()),
                _ -> {
                    useCases.report(asked, file);
                    return file;
                },
                _ -> {},
                problems::show,
                () -> {});
    }

    private void ask(Question asked) {
        Sides known = sides;
        if (known != null && known.answer(asked)) {
            draw(known.reading(), asked.segment());
            if (!asked.equals(known.question())) {
                decide(asked);
            }
        } else {
            decide(asked);
        }
    }

    private void rescale() {
        Sides known = sides;
        if (known != null) {
            sides = known.reading(new Reading(known.field(), known.lab(), scale.get()));
            question.question().get().ifPresent(this::ask);
        }
    }

    private void draw(Reading reading, Segment users) {
        Brush brush = linked.brush().get();
        readings.submit(progress -> reading.draw(users, brush, linked.zone(), progress));
    }

    /// What is picked out of the users is drawn over them, unless it is their own range of values.
    private void brushed(Brush before, Brush now) {
        Sides known = sides;
        if (known != null && !before.withValues(now.values()).equals(now)) {
            Segment users = known.question().segment();
            Brush brush = linked.brush().get();
            readings.follow(
                    progress -> known.reading().draw(users, brush, linked.zone(), progress));
        }
    }

    private void decide(Question asked) {
        verdicts.submit(_ -> answer(asked));
    }

    private Answer answer(Question asked) {
        return useCases.compareAggregates(asked)
                .<Answer>map(Answer.OfAggregates::new)
                .orElseGet(() ->
                        new Answer.OfViews(
                                asked, useCases.compare(asked), useCases.open(asked.dataset())));
    }

    /// The charts are drawn; what takes longer follows them.
    private void drawn(Reading.Drawn result) {
        matched.set(result.matched());
        shown.set(result.shown().map(this::withInterval));
        Sides known = sides;
        Question asked = question.question().get().orElse(null);
        if (known == null || asked == null) {
            return;
        }
        if (asked.equals(known.question()) && counts.get().isEmpty()) {
            look(known, result.matched());
        }
    }

    /// The verdict is known: what stands beside it follows, which takes longer.
    private void look(Sides known, Segment compared) {
        linked.look(known.reading(), known.question().baseline(), compared);
        countings.submit(_ -> known.reading().counts(known.question().segment()));
    }

    private void answered(Answer answer) {
        trouble.set(Optional.empty());
        switch (answer) {
            case Answer.OfViews views -> answered(views);
            case Answer.OfAggregates(var found) -> {
                forget();
                aggregates.set(Optional.of(found));
            }
        }
    }

    private void answered(Answer.OfViews answer) {
        aggregates.set(Optional.empty());
        comparison.set(Optional.of(answer.comparison()));
        Sides before = sides;
        if (before != null && before.answer(answer.question())) {
            Sides now = before.question(answer.question());
            sides = now;
            shown.set(shown.get().map(this::withInterval));
            look(now, answer.comparison().matched().segment());
            differ();
            return;
        }
        LabSample lab = answer.comparison().lab();
        var reading = new Reading(answer.field(), lab, scale.get());
        sides = new Sides(answer.question(), lab, answer.field(), reading);
        counts.set(Map.of());
        draw(reading, answer.question().segment());
        differ();
    }

    private void differ() {
        Sides known = sides;
        if (known != null && wantsDifferences.get()) {
            differing.submit(_ -> known.reading().differences(known.question().segment()));
        }
    }

    private void refused(Problem problem) {
        forget();
        aggregates.set(Optional.empty());
        trouble.set(Optional.of(problem));
    }

    /// There is no comparison with page views.
    private void forget() {
        sides = null;
        comparison.set(Optional.empty());
        differences.set(Optional.empty());
        shown.set(Optional.empty());
        counts.set(Map.of());
        linked.clear();
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
