package dev.parallax.ui.checks;

import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.ui.checks.CheckUseCases.Past;
import dev.parallax.ui.checks.CheckUseCases.Scheduled;
import dev.parallax.ui.checks.CheckUseCases.Shown;
import dev.parallax.ui.checks.CheckUseCases.Wish;
import dev.parallax.ui.checks.run.Beside;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.common.Work;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The scheduled checks, the history of runs, and the run on show.
public final class ChecksModel {
    /// As many runs as a person scrolls through; older ones stay in the workspace.
    private static final int HISTORY = 500;

    private record Everything(
            List<Scheduled> checks,
            List<Past> runs,
            List<String> journeys,
            List<Profile> profiles) {}

    private final CheckUseCases useCases;
    private final Background background;
    private final Problems problems;

    private final ObservableList<Scheduled> checks = FXCollections.observableArrayList();
    private final ObservableList<Past> runs = FXCollections.observableArrayList();
    private final ObservableList<String> journeys = FXCollections.observableArrayList();
    private final ObservableList<Profile> profiles = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<@Nullable Past> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<UUID> wanted = Optional.empty();

    public ChecksModel(CheckUseCases useCases, Background background, Problems problems) {
        this.useCases = useCases;
        this.background = background;
        this.problems = problems;
        selected.subscribe(this::show);
    }

    public ObservableList<Scheduled> checks() {
        return checks;
    }

    /// The newest runs, newest first.
    public ObservableList<Past> runs() {
        return runs;
    }

    /// The names of the journeys a check can be made of.
    public ObservableList<String> journeys() {
        return journeys;
    }

    /// The profiles a check can run under, own ones first.
    public ObservableList<Profile> profiles() {
        return profiles;
    }

    /// Whether the lists have been read: empty ones then are empty in truth.
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable Past> selected() {
        return selected;
    }

    /// The run on show, once it was read.
    public ReadOnlyObjectProperty<Optional<Shown>> shown() {
        return shown.getReadOnlyProperty();
    }

    /// What a run can be set beside: the other runs of its journey in the history.
    Beside beside(Run run) {
        List<Beside.Other> others =
                runs.stream()
                        .filter(past -> past.journey().equals(run.journey()))
                        .filter(past -> !past.id().equals(run.id()))
                        .map(past ->
                                new Beside.Other(
                                        past.id(),
                                        Texts.of(
                                                "run.beside.one",
                                                Numbers.moment(past.started()),
                                                past.profile(),
                                                past.status().label())))
                        .toList();
        return new Beside(
                others,
                (id, taker) ->
                        background.load(_ -> useCases.show(id).run(), taker, problems::show));
    }

    /// Reads everything again and keeps the selection.
    public void refresh() {
        background.load(
                _ ->
                        new Everything(
                                useCases.scheduled(),
                                useCases.latest(HISTORY),
                                useCases.journeys(),
                                useCases.profiles()),
                this::fill,
                problems::show);
    }

    /// Shows this run once the history was read.
    public void open(UUID run) {
        wanted = Optional.of(run);
        refresh();
    }

    public void add(Wish wish) {
        change(_ -> {
            useCases.add(wish);
            return wish;
        });
    }

    /// Pauses a check that runs, resumes one that is paused.
    public void toggle(Scheduled check) {
        change(_ -> {
            if (check.isPaused()) {
                useCases.resume(check.name());
            } else {
                useCases.pause(check.name());
            }
            return check;
        });
    }

    public void remove(Scheduled check) {
        change(_ -> {
            useCases.remove(check.name());
            return check;
        });
    }

    private void change(Work<?> work) {
        background.load(work, _ -> refresh(), problems::show);
    }

    private void fill(Everything everything) {
        Past before = selected.get();
        Optional<UUID> keep = wanted.or(() -> Optional.ofNullable(before).map(Past::id));
        wanted = Optional.empty();
        checks.setAll(everything.checks());
        runs.setAll(everything.runs());
        journeys.setAll(everything.journeys());
        profiles.setAll(everything.profiles());
        loaded.set(true);
        selected.set(keep.flatMap(this::past).orElse(runs.isEmpty() ? null : runs.getFirst()));
    }

    private Optional<Past> past(UUID id) {
        return runs.stream().filter(run -> run.id().equals(id)).findFirst();
    }

    private void show(@Nullable Past past) {
        if (past == null) {
            shown.set(Optional.empty());
            return;
        }
        background.load(
                _ -> useCases.show(past.id()),
                run -> {
                    if (past.equals(selected.get())) {
                        shown.set(Optional.of(run));
                    }
                },
                problems::show);
    }
}
