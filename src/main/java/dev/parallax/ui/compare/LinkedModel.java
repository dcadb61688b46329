package dev.parallax.ui.compare;

import dev.parallax.compare.Annotation;
import dev.parallax.compare.Baseline;
import dev.parallax.compare.Impacts;
import dev.parallax.compare.LabSeries;
import dev.parallax.compare.OverTime.Happened;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Brush;
import dev.parallax.rum.Segment;
import dev.parallax.ui.chart.TimeShown;
import dev.parallax.ui.chart.WeekShown;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Latest;
import dev.parallax.ui.common.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the charts beside the distribution show of the compared users. Each of them follows what is
/// drawn over the others, never its own brush: a chart that hid what lies beside its brush could
/// not be brushed any further.
public final class LinkedModel {

    /// What is looked at.
    private record Looked(Reading reading, Baseline baseline, Segment users) {

        Optional<TimeShown> time(Brush brush, ZoneId zone, Happened happened, Progress progress) {
            return reading.time(
                    users, brush.withWindow(Optional.empty()), zone, happened, progress);
        }

        Optional<Impacts> impacts(Brush brush, ZoneId zone, Progress progress) {
            return reading.impacts(users, brush, zone, progress);
        }

        Optional<Picked> picked(Brush brush, ZoneId zone, Progress progress) {
            return reading.picked(users, brush, zone, progress);
        }

        Optional<WeekShown> week(Brush brush, ZoneId zone, Progress progress) {
            return reading.week(users, brush.withHours(Optional.empty()), zone, progress);
        }
    }

    private final CompareUseCases useCases;
    private final Background background;
    private final Problems problems;
    private final ObservableList<Annotation> annotations = FXCollections.observableArrayList();
    private final ZoneId zone = ZoneId.systemDefault();
    private final Latest<Optional<TimeShown>> times;
    private final Latest<Optional<WeekShown>> weeks;
    private final Latest<Optional<Impacts>> impacting;
    private final Latest<Optional<Picked>> picking;
    private final Latest<LabSeries> series;
    private final ObjectProperty<LabSeries> runs = new SimpleObjectProperty<>(LabSeries.EMPTY);
    private final ObjectProperty<Brush> brush = new SimpleObjectProperty<>(Brush.NONE);
    private final ReadOnlyObjectWrapper<Optional<TimeShown>> time =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<WeekShown>> week =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Impacts>> impacts =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Picked>> picked =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Looked looked;

    LinkedModel(CompareUseCases useCases, Background background, Problems problems) {
        this.useCases = useCases;
        this.background = background;
        this.problems = problems;
        times = new Latest<>(background, time::set, problems::show);
        weeks = new Latest<>(background, week::set, problems::show);
        impacting = new Latest<>(background, impacts::set, problems::show);
        picking = new Latest<>(background, picked::set, problems::show);
        series = new Latest<>(background, runs::set, problems::show);
        brush.subscribe(this::follow);
        runs.subscribe(this::redraw);
        annotations.addListener((ListChangeListener<Annotation>) _ -> redraw());
    }

    /// What is picked out of the compared users, over all charts.
    public ObjectProperty<Brush> brush() {
        return brush;
    }

    /// Where hours and days begin.
    public ZoneId zone() {
        return zone;
    }

    /// The metric along time, with the lab's runs; empty if no view has a time.
    public ReadOnlyObjectProperty<Optional<TimeShown>> time() {
        return time.getReadOnlyProperty();
    }

    /// The metric by hour and day of the week; empty if no view has a time.
    public ReadOnlyObjectProperty<Optional<WeekShown>> week() {
        return week.getReadOnlyProperty();
    }

    /// Who is behind the gap between lab and field; empty if nobody can be.
    public ReadOnlyObjectProperty<Optional<Impacts>> impacts() {
        return impacts.getReadOnlyProperty();
    }

    /// Who the picked users are; empty if none are picked.
    public ReadOnlyObjectProperty<Optional<Picked>> picked() {
        return picked.getReadOnlyProperty();
    }

    /// What happened when, the earliest first.
    public ObservableList<Annotation> annotations() {
        return annotations;
    }

    /// Writes down what happened.
    void annotate(Annotation annotation) {
        change(() -> useCases.annotate(annotation));
    }

    /// Forgets what happened.
    void forget(Annotation annotation) {
        change(() -> useCases.forget(annotation));
    }

    private void change(Runnable change) {
        background.load(
                _ -> {
                    change.run();
                    return useCases.annotations();
                },
                annotations::setAll,
                problems::show);
    }

    /// Reads again what happened.
    void refresh() {
        background.load(_ -> useCases.annotations(), annotations::setAll, problems::show);
    }

    /// The middle of the picked time, or of all: where something to be written down is looked for.
    Instant middle() {
        return brush.get()
                .window()
                .or(() -> time.get().map(TimeShown::window))
                .map(window ->
                        window.from()
                                .plus(Duration.between(window.from(), window.to()).dividedBy(2)))
                .orElseGet(useCases::now);
    }

    /// Looks at these users, as the reading sees them.
    ///
    /// @param baseline whose runs are drawn over the users
    void look(Reading reading, Baseline baseline, Segment users) {
        var now = new Looked(reading, baseline, users);
        Looked before = looked;
        if (now.equals(before)) {
            return;
        }
        looked = now;
        if (before == null || before.reading() != reading) {
            runs.set(LabSeries.EMPTY);
            series.submit(_ -> useCases.series(baseline, reading.metric()));
        }
        ask();
    }

    /// There is nothing to look at.
    void clear() {
        looked = null;
        times.clear();
        weeks.clear();
        series.clear();
        impacting.clear();
        picking.clear();
        impacts.set(Optional.empty());
        picked.set(Optional.empty());
        time.set(Optional.empty());
        week.set(Optional.empty());
    }

    private void ask() {
        Looked now = looked;
        if (now != null) {
            Brush drawn = brush.get();
            Happened happened = happened();
            times.submit(progress -> now.time(drawn, zone, happened, progress));
            weeks.submit(progress -> now.week(drawn, zone, progress));
            impacting.submit(progress -> now.impacts(drawn, zone, progress));
            picking.submit(progress -> now.picked(drawn, zone, progress));
        }
    }

    private Happened happened() {
        return new Happened(runs.get(), List.copyOf(annotations));
    }

    /// The runs or the notes have changed, the users have not.
    private void redraw() {
        Happened now = happened();
        time.set(
                time.get()
                        .map(shown ->
                                new TimeShown(
                                        shown.metric(),
                                        shown.zone(),
                                        shown.bands(),
                                        now.lab(),
                                        now.notes())));
    }

    /// The pointer moves: what is under way is finished, or nothing would be seen before it rests.
    private void follow(Brush before, Brush drawn) {
        Looked now = looked;
        if (now == null) {
            return;
        }
        if (!before.withWindow(drawn.window()).equals(drawn)) {
            Happened happened = happened();
            times.follow(progress -> now.time(drawn, zone, happened, progress));
        }
        if (!before.withHours(drawn.hours()).equals(drawn)) {
            weeks.follow(progress -> now.week(drawn, zone, progress));
        }
        // rankings that change with every move of the pointer cannot be read: they wait for its
        // rest
        impacting.submit(progress -> now.impacts(drawn, zone, progress));
        picking.submit(progress -> now.picked(drawn, zone, progress));
    }
}
