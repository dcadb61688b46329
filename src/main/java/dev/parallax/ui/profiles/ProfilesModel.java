package dev.parallax.ui.profiles;

import dev.parallax.measure.Device;
import dev.parallax.measure.OwnProfile;
import dev.parallax.measure.Preset;
import dev.parallax.measure.Profile;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.History;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.common.Work;
import dev.parallax.ui.profiles.ProfileUseCases.Own;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The profiles, the one on show, and what is edited and not saved yet. Each own profile has a
/// history of its own, so looking at another one loses nothing.
public final class ProfilesModel {

    /// A line of the list.
    ///
    /// @param family whose it is: a tool's name, or that it is an own one
    /// @param first whether it is the first of its family in the list
    /// @param preset empty for an own profile
    /// @param own empty for a preset
    public record Entry(
            Profile profile,
            String family,
            boolean first,
            Optional<Preset> preset,
            Optional<Own> own) {
        String id() {
            return profile.id();
        }
    }

    private record Everything(List<Own> own, List<Preset> presets) {}

    /// What is edited of one profile: what is saved, and the steps since.
    private static final class Editing {
        private final Profile saved;
        private final History<ProfileDraft> history = new History<>();
        private ProfileDraft now;

        Editing(Profile saved) {
            this.saved = saved;
            now = ProfileDraft.of(saved);
            history.enter(now);
        }
    }

    private final ProfileUseCases useCases;
    private final Background background;
    private final Problems problems;

    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Entry> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Optional<ProfileDraft>> draft =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Set<String>> unsaved =
            new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyBooleanWrapper savable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private final Map<String, Editing> edited = new HashMap<>();
    private Everything everything = new Everything(List.of(), List.of());
    private Optional<String> wanted = Optional.empty();

    public ProfilesModel(ProfileUseCases useCases, Background background, Problems problems) {
        this.useCases = useCases;
        this.background = background;
        this.problems = problems;
        search.subscribe(this::list);
        selected.subscribe(this::show);
    }

    /// The profiles that the search leaves: own ones, then a family after the other.
    public ObservableList<Entry> entries() {
        return entries;
    }

    /// Parts of names, ids or families; blank for all.
    public StringProperty search() {
        return search;
    }

    public ObjectProperty<@Nullable Entry> selected() {
        return selected;
    }

    /// What stands in the fields; empty if a preset is on show, or nothing.
    public ReadOnlyObjectProperty<Optional<ProfileDraft>> draft() {
        return draft.getReadOnlyProperty();
    }

    /// The ids of the profiles with changes that are not saved.
    public ReadOnlyObjectProperty<Set<String>> unsaved() {
        return unsaved.getReadOnlyProperty();
    }

    /// Whether something is edited, and all that is can be saved.
    public ReadOnlyBooleanProperty savable() {
        return savable.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty redoable() {
        return redoable.getReadOnlyProperty();
    }

    /// Forgets what was edited and reads everything anew.
    public void open() {
        edited.clear();
        search.set("");
        refresh();
    }

    private void refresh() {
        background.load(
                _ -> new Everything(useCases.own(), useCases.presets()),
                now -> {
                    everything = now;
                    list();
                },
                problems::show);
    }

    private void list() {
        String part = search.get().strip().toLowerCase(Locale.ROOT);
        var found = new ArrayList<Entry>();
        for (Own own : everything.own()) {
            add(
                    found,
                    part,
                    new Entry(
                            edited(own.profile().profile()),
                            Texts.of("profiles.own"),
                            false,
                            Optional.empty(),
                            Optional.of(own)));
        }
        for (Preset preset : everything.presets()) {
            add(
                    found,
                    part,
                    new Entry(
                            preset.profile(),
                            preset.family(),
                            false,
                            Optional.of(preset),
                            Optional.empty()));
        }
        Entry before = selected.get();
        Optional<String> keep = wanted.or(() -> Optional.ofNullable(before).map(Entry::id));
        entries.setAll(found);
        selected.set(
                keep.flatMap(this::entry).orElse(entries.isEmpty() ? null : entries.getFirst()));
        if (keep.flatMap(this::entry).isPresent()) {
            wanted = Optional.empty();
        }
        // an equal entry is no change, but what is edited of it may be another now
        show(selected.get());
    }

    /// The profile with the name it has in the editor.
    private Profile edited(Profile profile) {
        Editing editing = edited.get(profile.id());
        String name = editing == null ? "" : editing.now.text(ProfileField.NAME).strip();
        return Profile.isName(name) ? profile.named(profile.id(), name) : profile;
    }

    private static void add(List<Entry> found, String part, Entry entry) {
        String words = entry.profile().name() + " " + entry.id() + " " + entry.family();
        if (words.toLowerCase(Locale.ROOT).contains(part)) {
            boolean first = found.isEmpty() || !found.getLast().family().equals(entry.family());
            found.add(
                    new Entry(entry.profile(), entry.family(), first, entry.preset(), entry.own()));
        }
    }

    private Optional<Entry> entry(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    private void show(@Nullable Entry entry) {
        draft.set(
                Optional.ofNullable(entry)
                        .flatMap(Entry::own)
                        .map(own -> editing(own.profile().profile()).now));
        tell();
    }

    private Editing editing(Profile profile) {
        return edited.computeIfAbsent(profile.id(), _ -> new Editing(profile));
    }

    private Optional<Editing> current() {
        Entry entry = selected.get();
        return entry == null ? Optional.empty() : Optional.ofNullable(edited.get(entry.id()));
    }

    /// Whether a profile has changes that are not saved.
    public boolean isChanged(String id) {
        Editing editing = edited.get(id);
        return editing != null && !editing.now.equals(ProfileDraft.of(editing.saved));
    }

    /// Writes into a field of the profile on show.
    void write(ProfileField field, String text) {
        current().ifPresent(editing -> enter(editing, editing.now.with(field, text)));
    }

    /// Fills in all fields of a device.
    void take(Device device) {
        current().ifPresent(editing -> enter(editing, editing.now.with(device)));
    }

    private void enter(Editing editing, ProfileDraft next) {
        if (!next.equals(editing.now)) {
            editing.history.enter(next);
            put(editing, next);
        }
    }

    private void put(Editing editing, ProfileDraft next) {
        editing.now = next;
        draft.set(Optional.of(next));
        tell();
    }

    public void undo() {
        current()
                .ifPresent(editing ->
                        editing.history.undo().ifPresent(before -> put(editing, before)));
    }

    public void redo() {
        current()
                .ifPresent(
                        editing -> editing.history.redo().ifPresent(after -> put(editing, after)));
    }

    private void tell() {
        List<Editing> changed = changed();
        unsaved.set(
                changed.stream()
                        .map(editing -> editing.saved.id())
                        .collect(Collectors.toUnmodifiableSet()));
        savable.set(
                !changed.isEmpty()
                        && changed.stream()
                                .allMatch(editing -> editing.now.complaints().isEmpty()));
        undoable.set(current().filter(editing -> editing.history.undoable().get()).isPresent());
        redoable.set(current().filter(editing -> editing.history.redoable().get()).isPresent());
    }

    private List<Editing> changed() {
        return edited.values().stream().filter(editing -> isChanged(editing.saved.id())).toList();
    }

    /// Makes an own profile of the one on show, and shows it.
    public void duplicate() {
        Entry entry = selected.get();
        if (entry == null) {
            return;
        }
        change(
                _ ->
                        useCases.duplicate(
                                entry.profile(), Texts.of("profiles.copy", entry.profile().name())),
                made -> wanted = Optional.of(made.id()));
    }

    /// Removes the own profile on show.
    public void remove() {
        Entry entry = selected.get();
        if (entry == null || entry.own().isEmpty()) {
            return;
        }
        String id = entry.id();
        change(
                _ -> {
                    useCases.remove(id);
                    return id;
                },
                edited::remove);
    }

    /// Saves all that was edited.
    public void save() {
        List<Profile> profiles =
                changed().stream()
                        .flatMap(editing -> editing.now.profile(editing.saved).stream())
                        .toList();
        change(
                _ -> {
                    profiles.forEach(useCases::save);
                    return profiles;
                },
                saved -> saved.forEach(profile -> edited.remove(profile.id())));
    }

    private <T> void change(Work<T> work, Consumer<T> done) {
        background.load(
                work,
                result -> {
                    done.accept(result);
                    search.set("");
                    refresh();
                },
                problems::show);
    }

    /// What the own profile on show was copied from.
    Optional<Profile> origin() {
        return Optional.ofNullable(selected.get())
                .flatMap(Entry::own)
                .map(Own::profile)
                .flatMap(OwnProfile::origin);
    }
}
