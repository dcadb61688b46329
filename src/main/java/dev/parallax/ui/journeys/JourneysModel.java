package dev.parallax.ui.journeys;

import dev.parallax.journey.Journey;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.journeys.JourneyUseCases.Entry;
import dev.parallax.ui.journeys.JourneyUseCases.Order;
import dev.parallax.ui.journeys.JourneyUseCases.Recording;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The journeys of the workspace, the one on show, and what can be done with them.
public final class JourneysModel {
    private static final int FIRST_ITERATIONS = 3;

    private final JourneyUseCases useCases;
    private final Background background;
    private final Problems problems;

    private final ObservableList<Entry> journeys = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<@Nullable Entry> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Optional<Journey>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Journey>> deleted =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Run>> lastRun =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper recording = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Profile> profile = new SimpleObjectProperty<>(Profile.DESKTOP);
    private final ObservableList<Profile> profiles =
            FXCollections.observableArrayList(Profile.presets());
    private final IntegerProperty iterations = new SimpleIntegerProperty(FIRST_ITERATIONS);
    private Optional<Recording> wish = Optional.empty();

    public JourneysModel(JourneyUseCases useCases, Background background, Problems problems) {
        this.useCases = useCases;
        this.background = background;
        this.problems = problems;
        selected.subscribe(this::show);
    }

    public ObservableList<Entry> journeys() {
        return journeys;
    }

    /// Whether the list has been read: an empty one then is empty in truth.
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable Entry> selected() {
        return selected;
    }

    /// The journey on show, once it was read.
    public ReadOnlyObjectProperty<Optional<Journey>> shown() {
        return shown.getReadOnlyProperty();
    }

    /// The journey deleted last, as long as that can be undone.
    public ReadOnlyObjectProperty<Optional<Journey>> deleted() {
        return deleted.getReadOnlyProperty();
    }

    /// The newest run that was started here.
    public ReadOnlyObjectProperty<Optional<Run>> lastRun() {
        return lastRun.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty recording() {
        return recording.getReadOnlyProperty();
    }

    /// The profile of the next run.
    public ObjectProperty<Profile> profile() {
        return profile;
    }

    /// How often the next run repeats the journey.
    public IntegerProperty iterations() {
        return iterations;
    }

    /// Reads the list again and keeps the selection.
    public void refresh() {
        Entry before = selected.get();
        refresh(before == null ? Optional.empty() : Optional.of(before.name()));
    }

    /// Shows the journey of this name once the list was read.
    public void open(String name) {
        refresh(Optional.of(name));
    }

    public void importFile(Path file) {
        background.run(
                Texts.of("journeys.importing", file.getFileName()),
                _ -> useCases.importFile(file),
                this::open,
                problems::show,
                () -> {});
    }

    /// Runs the journey on show.
    public void run() {
        Entry journey = selected.get();
        if (journey == null || running.get()) {
            return;
        }
        running.set(true);
        var order = new Order(journey.name(), profile.get().id(), iterations.get());
        background.run(
                Texts.of("journeys.running", journey.name()),
                progress -> useCases.run(order, progress),
                run -> lastRun.set(Optional.of(run)),
                problems::show,
                () -> running.set(false));
    }

    /// Whether recording is possible at all.
    public boolean canRecord() {
        return useCases.canRecord();
    }

    /// The recording that was wished for elsewhere, if it was; told once.
    Optional<Recording> takeWish() {
        Optional<Recording> taken = wish;
        wish = Optional.empty();
        return taken;
    }

    /// Wishes for a recording, which is asked about when the journeys are next on show.
    ///
    /// @param url where it begins; a path alone if the site is not known
    /// @param name of the journey
    public void wishFor(String url, String name) {
        wish = Optional.of(new Recording(url, name));
    }

    /// Records a new journey in a browser window.
    public void record(String url, String name) {
        if (recording.get()) {
            return;
        }
        recording.set(true);
        var seen = new AtomicInteger();
        background.run(
                Texts.of("journeys.recording", name),
                progress ->
                        useCases.record(
                                new Recording(url, name),
                                _ ->
                                        progress.report(
                                                Double.NaN,
                                                Texts.of("journeys.seen", seen.incrementAndGet())),
                                progress),
                journey -> open(journey.name()),
                problems::show,
                () -> recording.set(false));
    }

    /// Deletes the journey on show; [#undoDelete()] brings it back.
    public void delete() {
        shown.get()
                .ifPresent(journey ->
                        background.load(
                                _ -> {
                                    useCases.delete(journey.name());
                                    return journey;
                                },
                                gone -> {
                                    deleted.set(Optional.of(gone));
                                    selected.set(null);
                                    refresh();
                                },
                                problems::show));
    }

    /// Brings back the journey deleted last.
    public void undoDelete() {
        deleted.get()
                .ifPresent(journey -> {
                    forgetDeleted();
                    background.load(
                            _ -> {
                                useCases.save(journey);
                                return journey.name();
                            },
                            this::open,
                            problems::show);
                });
    }

    /// Lets go of the journey deleted last.
    public void forgetDeleted() {
        deleted.set(Optional.empty());
    }

    /// Lets go of the newest run.
    public void forgetRun() {
        lastRun.set(Optional.empty());
    }

    /// The profiles to run under, own ones first.
    public ObservableList<Profile> profiles() {
        return profiles;
    }

    /// The chosen one stays chosen, with the numbers it has now.
    private void fill(List<Profile> all) {
        if (all.equals(profiles)) {
            return;
        }
        String chosen = profile.get().id();
        profiles.setAll(all);
        profile.set(
                all.stream()
                        .filter(each -> each.id().equals(chosen))
                        .findFirst()
                        .orElse(Profile.DESKTOP));
    }

    private void refresh(Optional<String> select) {
        background.load(_ -> useCases.profiles(), this::fill, problems::show);
        background.load(
                _ -> useCases.list(),
                entries -> {
                    journeys.setAll(entries);
                    loaded.set(true);
                    Entry chosen =
                            select.flatMap(this::named)
                                    .orElse(entries.isEmpty() ? null : entries.getFirst());
                    selected.set(chosen);
                },
                problems::show);
    }

    private Optional<Entry> named(String name) {
        return journeys.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    private void show(@Nullable Entry entry) {
        if (entry == null) {
            shown.set(Optional.empty());
            return;
        }
        background.load(
                _ -> useCases.show(entry.name()),
                journey -> {
                    if (entry.equals(selected.get())) {
                        shown.set(Optional.of(journey));
                    }
                },
                problems::show);
    }
}
