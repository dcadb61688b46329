package dev.parallax.ui.shell;

import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.PulseEvent;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.common.View;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The window: rail, bars, drawer and palette around the screen on show.
final class MainWindow {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Stage stage;
    private final ShellModel model;
    private final Background background;
    private final Problems problems;
    private final Appearance appearance = new Appearance();
    private final StackPane screenHost = new StackPane();
    private final TaskDrawer drawer;
    private final CommandPalette palette;
    private final FileMenu fileMenu;
    private final List<Command> commands;
    private final StackPane root = new StackPane();
    private Optional<Screens> screens = Optional.empty();
    private @Nullable View onShow;

    MainWindow(Stage stage, ShellModel model, Background background, Problems problems) {
        this.stage = stage;
        this.model = model;
        this.background = background;
        this.problems = problems;
        fileMenu = new FileMenu(model, this::showSettings, this::showTrusted, stage::close);
        commands = new Commands(model, fileMenu, windowActions()).all();
        palette = new CommandPalette(() -> commands);
        drawer = new TaskDrawer(background.tasks(), this::toggleTasks);
        drawer.visibleProperty().bind(model.tasksShown());
        drawer.managedProperty().bind(drawer.visibleProperty());
        model.settings().subscribe(settings -> appearance.choice().set(settings.theme()));
        root.getChildren().setAll(frame(), palette);
        var scene = new Scene(root, WIDTH, HEIGHT);
        Appearance.dress(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        PulseEvent.watch(scene);
        stage.setScene(scene);
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        stage.titleProperty()
                .bind(model.workbench().map(_ -> Texts.of("shell.title", model.workspaceName())));
        model.workbench().subscribe(this::takeUp);
        model.place().subscribe(place -> show(place));
        model.news().subscribe((_, _) -> refresh());
    }

    void show() {
        stage.show();
    }

    private Commands.WindowActions windowActions() {
        return new Commands.WindowActions(
                tab -> screens.ifPresent(all -> all.showRealUsers(tab)),
                this::toggleTheme,
                this::toggleTasks,
                this::showSettings,
                this::showTrusted,
                stage::close);
    }

    private BorderPane frame() {
        var actions =
                new TopBar.Actions(
                        palette::open, this::toggleTasks, this::toggleTheme, this::showSettings);
        var banner = new TrustBanner(model);
        var toasts = new ProblemStack(problems);
        StackPane.setAlignment(toasts, Pos.BOTTOM_RIGHT);
        // over the screen, not beside it: tables keep the width they need
        StackPane.setAlignment(drawer, Pos.TOP_RIGHT);
        var frame = new BorderPane();
        frame.setTop(
                new VBox(
                        new TopBar(fileMenu.node(), background.tasks(), appearance, actions),
                        banner.node()));
        frame.setLeft(new NavigationRail(model.place()));
        frame.setCenter(new StackPane(screenHost, drawer, toasts));
        frame.setBottom(
                new StatusBar(
                        model.workbench().map(_ -> workspacePath()),
                        background
                                .tasks()
                                .running()
                                .map(n -> Texts.of("shell.running", n.intValue()))));
        return frame;
    }

    private String workspacePath() {
        return model.workbench()
                .get()
                .map(open -> open.file().toString())
                .orElseGet(model::workspaceName);
    }

    private void takeUp(Optional<Workbench> workbench) {
        leave();
        screens =
                workbench.map(open -> new Screens(open, background, problems, model.place()::set));
        show(model.place().get());
    }

    private void show(Place place) {
        leave();
        screens.ifPresent(all -> {
            View view = all.at(place);
            onShow = view;
            screenHost.getChildren().setAll(view.node());
            view.attach();
        });
    }

    private void refresh() {
        if (onShow != null) {
            onShow.attach();
        }
    }

    private void leave() {
        if (onShow != null) {
            onShow.detach();
        }
        onShow = null;
        screenHost.getChildren().clear();
    }

    private void onKey(KeyEvent event) {
        if (MainKeys.PALETTE.match(event)) {
            palette.open();
            event.consume();
            return;
        }
        for (Command command : commands) {
            KeyCombination keys = command.keys();
            if (keys != null && keys.match(event)) {
                command.action().run();
                event.consume();
                return;
            }
        }
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (plain && !palette.isVisible() && !isTyping()) {
            for (Place place : Place.values()) {
                if (event.getCode() == MainKeys.digit(place)) {
                    model.place().set(place);
                    event.consume();
                }
            }
        }
    }

    private boolean isTyping() {
        return stage.getScene().getFocusOwner() instanceof TextInputControl;
    }

    private void toggleTheme() {
        model.choose(appearance.other());
    }

    private void toggleTasks() {
        model.tasksShown().set(!model.tasksShown().get());
    }

    private void showSettings() {
        new SettingsDialog(root, model).show();
    }

    private void showTrusted() {
        new TrustedDialog(root, model).show();
    }
}
