package dev.parallax.ui.compare;

import dev.parallax.compare.Baseline;
import dev.parallax.compare.LabPair;
import dev.parallax.compare.MeasuredRevision;
import dev.parallax.compare.RunsQuestion;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Metric;
import dev.parallax.problem.Problem;
import dev.parallax.rum.TimeWindow;
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

    private record Revisions(String journey, List<MeasuredRevision> measured) {}

    private final CompareUseCases lists;
    private final PairUseCases pairs;
    private final Background background;
    private final Problems problems;
    private final PairAnswer<LabPair> answer;
    private final Latest<Revisions> readings;

    private final ObservableList<LabPage> pages = FXCollections.observableArrayList();
    private final ObservableList<MeasuredRevision> revisions = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<@Nullable LabPage> page = new SimpleObjectProperty<>();
    private final ObjectProperty<Profile> profile = new SimpleObjectProperty<>(Profile.DESKTOP);
    private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(Metric.LCP);
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.NEWEST);
    private final ObjectProperty<@Nullable Integer> before = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Integer> after = new SimpleObjectProperty<>();
    private final ObjectProperty<Integer> values = new SimpleObjectProperty<>(USUAL_VALUES);
    private final ObjectProperty<TimeWindow> windowBefore;
    private final ObjectProperty<TimeWindow> windowAfter;

    /// The id of the base's profile where it is another one; this screen offers only one for both.
    private final ObjectProperty<Optional<String>> profileBefore =
            new SimpleObjectProperty<>(Optional.empty());

    private final Asking<RunsQuestion> asking =
            new Asking<>(
                    new Asking.Parts<>() {
                        @Override
                        public Optional<RunsQuestion> read() {
                            return chosen();
                        }

                        @Override
                        public void write(RunsQuestion question) {
                            choose(question);
                        }
                    });

    /// Whose revisions are listed; empty for none.
    private String listed = "";

    public LabPairModel(
            CompareUseCases lists, PairUseCases pairs, Background background, Problems problems) {
        this.lists = lists;
        this.pairs = pairs;
        this.background = background;
        this.problems = problems;
        answer = new PairAnswer<>(asking, pairs::compare, background);
        readings = new Latest<>(background, this::fill, problems::show);
        Instant now = lists.now();
        Instant middle = now.minus(USUAL_STRETCH);
        windowBefore =
                new SimpleObjectProperty<>(new TimeWindow(middle.minus(USUAL_STRETCH), middle));
        windowAfter = new SimpleObjectProperty<>(new TimeWindow(middle, now));
        page.subscribe(this::turned);
        profile.subscribe(this::turnProfile);
        Stream.of(metric, kind, before, after, values, windowBefore, windowAfter)
                .forEach(part -> part.subscribe(asking::changed));
    }

    public ObservableList<LabPage> pages() {
        return pages;
    }

    /// The question as a whole, and the steps to it.
    public Asking<RunsQuestion> asking() {
        return asking;
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

    /// The id of the base's profile, if it is another one.
    public ReadOnlyObjectProperty<Optional<String>> profileBefore() {
        return profileBefore;
    }

    /// The number of the base's revision; without one on either side the newest two are compared.
    public ObjectProperty<@Nullable Integer> before() {
        return before;
    }

    public ObjectProperty<@Nullable Integer> after() {
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
        return answer.pair();
    }

    /// Why there is no answer.
    public ReadOnlyObjectProperty<Optional<Problem>> trouble() {
        return answer.trouble();
    }

    /// Reads again what can be asked about, and asks.
    public void refresh() {
        background.load(_ -> lists.pages(), this::fill, problems::show);
    }

    private void fill(List<LabPage> found) {
        LabPage chosen = page.get();
        asking.quietly(() -> {
            pages.setAll(found);
            loaded.set(true);
            page.set(found.contains(chosen) || found.isEmpty() ? chosen : found.getFirst());
        });
        readRevisions();
    }

    private void turned() {
        if (asking.isChanging()) {
            return;
        }
        LabPage now = page.get();
        if (now != null && now.journey().equals(listed)) {
            asking.changed();
        } else {
            readRevisions();
        }
    }

    private void turnProfile() {
        if (!asking.isChanging()) {
            profileBefore.set(Optional.empty());
            asking.changed();
        }
    }

    private void readRevisions() {
        LabPage now = page.get();
        if (now != null) {
            String journey = now.journey();
            readings.submit(_ -> new Revisions(journey, lists.revisions(journey)));
        }
    }

    /// What is chosen of a journey stays; of another one the newest two are what somebody wants to
    /// know about. With one there is only time.
    private void fill(Revisions found) {
        boolean isAnother = !listed.equals(found.journey());
        boolean isAsked =
                asking.question()
                        .get()
                        .filter(asked -> asked.after().journey().equals(found.journey()))
                        .isPresent();
        listed = found.journey();
        Integer beforeNow = before.get();
        Integer afterNow = after.get();
        asking.quietly(() -> {
            revisions.setAll(found.measured());
            before.set(beforeNow);
            after.set(afterNow);
            if (isAnother && !isAsked) {
                propose();
            }
        });
        if (isAnother) {
            asking.changed();
        } else {
            asking.again();
        }
    }

    private void propose() {
        boolean isPair = revisions.size() > 1;
        after.set(isPair ? revisions.getFirst().number() : null);
        before.set(isPair ? revisions.get(1).number() : null);
        kind.set(isPair ? Kind.REVISIONS : Kind.NEWEST);
    }

    private void choose(RunsQuestion other) {
        Baseline lab = other.after();
        page.set(new LabPage(lab.journey(), lab.page()));
        profile.set(lab.profile());
        profileBefore.set(
                Optional.of(other.profileBefore()).filter(id -> !id.equals(lab.profile().id())));
        metric.set(other.headline());
        switch (other.sides()) {
            case RunsQuestion.Sides.Revisions(var one, var next) -> choose(one, next);
            case RunsQuestion.Sides.NewestRevisions() -> choose(null, null);
            case RunsQuestion.Sides.Newest(var newest) -> {
                kind.set(Kind.NEWEST);
                values.set(newest);
            }
            case RunsQuestion.Sides.Windows(var one, var next) -> {
                kind.set(Kind.WINDOWS);
                windowBefore.set(one);
                windowAfter.set(next);
            }
        }
        if (!lab.journey().equals(listed)) {
            readRevisions();
        }
    }

    private void choose(@Nullable Integer one, @Nullable Integer next) {
        kind.set(Kind.REVISIONS);
        before.set(one);
        after.set(next);
    }

    private Optional<RunsQuestion> chosen() {
        LabPage lab = page.get();
        if (lab == null) {
            return Optional.empty();
        }
        return Optional.of(
                new RunsQuestion(
                        Baseline.newest(lab.journey(), lab.page(), profile.get()),
                        profileBefore.get().orElse(profile.get().id()),
                        sides(),
                        metrics()));
    }

    private List<Metric> metrics() {
        return Stream.concat(Stream.of(metric.get()), Metric.all().stream()).distinct().toList();
    }

    private RunsQuestion.Sides sides() {
        return switch (kind.get()) {
            case REVISIONS -> {
                Integer one = before.get();
                Integer other = after.get();
                yield one == null || other == null
                        ? new RunsQuestion.Sides.NewestRevisions()
                        : new RunsQuestion.Sides.Revisions(one, other);
            }
            case NEWEST -> new RunsQuestion.Sides.Newest(values.get());
            case WINDOWS -> new RunsQuestion.Sides.Windows(windowBefore.get(), windowAfter.get());
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
}
