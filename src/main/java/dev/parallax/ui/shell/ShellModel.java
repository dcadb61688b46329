package dev.parallax.ui.shell;

import dev.parallax.settings.Settings;
import dev.parallax.settings.Theme;
import dev.parallax.settings.TrustState;
import dev.parallax.settings.TrustedWorkspace;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What the window is about: the open workspace, the place in it, and the settings.
final class ShellModel {

    /// What the banner says of a workspace that is not trusted.
    ///
    /// @param hosts it would contact
    record Stranger(List<String> hosts) {}

    private final Desk desk;
    private final Background background;
    private final Problems problems;
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.OVERVIEW);
    private final ReadOnlyObjectWrapper<Optional<Workbench>> workbench =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Stranger>> stranger =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Settings> settings;
    private final ReadOnlyIntegerWrapper news = new ReadOnlyIntegerWrapper();
    private int opened;
    private final BooleanProperty tasksShown = new SimpleBooleanProperty();

    ShellModel(Desk desk, Background background, Problems problems) {
        this.desk = desk;
        this.background = background;
        this.problems = problems;
        this.settings = new ReadOnlyObjectWrapper<>(desk.settings());
    }

    ObjectProperty<Place> place() {
        return place;
    }

    /// Whether the task drawer is open.
    BooleanProperty tasksShown() {
        return tasksShown;
    }

    /// The open workspace, empty until the first one is.
    ReadOnlyObjectProperty<Optional<Workbench>> workbench() {
        return workbench.getReadOnlyProperty();
    }

    /// What has to be said of the open workspace if it is not trusted.
    ReadOnlyObjectProperty<Optional<Stranger>> stranger() {
        return stranger.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Settings> settings() {
        return settings.getReadOnlyProperty();
    }

    /// Changes whenever a check has run by itself: what is on show may be old.
    ReadOnlyIntegerProperty news() {
        return news.getReadOnlyProperty();
    }

    void open(Path file) {
        opened++;
        background.load(_ -> desk.open(file), this::show, problems::show);
    }

    /// Makes a workspace and opens it, unless another was opened meanwhile: then it is only among
    /// the recent ones. The task drawer shows it until then.
    void make(DesktopApp.Making making) {
        tasksShown.set(true);
        int before = opened;
        background.run(
                making.title(),
                making.work(),
                made -> {
                    tasksShown.set(false);
                    if (opened == before) {
                        open(made);
                    } else {
                        change(now -> now.withRecent(made));
                    }
                },
                problems::show,
                () -> {});
    }

    void create(Path file) {
        opened++;
        background.load(_ -> desk.create(file), this::show, problems::show);
    }

    /// Closes the open workspace, if there is one; blocks until its writes are done.
    void close() {
        workbench.get().ifPresent(Workbench::close);
    }

    /// Trusts the open workspace.
    void trust() {
        workbench
                .get()
                .ifPresent(open ->
                        background.load(
                                _ -> {
                                    open.giveTrust();
                                    return desk.settings();
                                },
                                now -> {
                                    settings.set(now);
                                    stranger.set(Optional.empty());
                                },
                                problems::show));
    }

    /// Stops trusting a workspace.
    void forget(TrustedWorkspace workspace) {
        change(now ->
                new Settings(
                        now.theme(),
                        now.browser(),
                        now.recentWorkspaces(),
                        now.trustedWorkspaces().stream()
                                .filter(other -> !other.equals(workspace))
                                .toList(),
                        now.retentionDays(),
                        now.network()));
    }

    void choose(Theme theme) {
        change(now -> now.withTheme(theme));
    }

    void change(UnaryOperator<Settings> change) {
        background.load(_ -> desk.change(change), settings::set, problems::show);
    }

    /// The open workspace's name as the status bar shows it.
    String workspaceName() {
        return workbench
                .get()
                .map(open -> String.valueOf(open.file().getFileName()))
                .orElseGet(() -> Texts.of("shell.noworkspace"));
    }

    private void show(Workbench opened) {
        Optional<Workbench> before = workbench.get();
        problems.clear(); // they are of the workspace before
        workbench.set(Optional.of(opened));
        place.set(Place.OVERVIEW); // behind the workbench: the old one is not asked again
        opened.whenCheckRan(() -> background.tell(() -> news.set(news.get() + 1)));
        stranger.set(Optional.empty());
        background.load(_ -> desk.settings(), settings::set, problems::show);
        before.ifPresent(old ->
                background.load(
                        _ -> {
                            old.close();
                            return old;
                        },
                        _ -> {},
                        problems::show));
        if (opened.trust() == TrustState.UNTRUSTED) {
            background.load(
                    _ -> new Stranger(opened.hosts()),
                    found -> stranger.set(Optional.of(found)),
                    problems::show);
        }
    }
}
