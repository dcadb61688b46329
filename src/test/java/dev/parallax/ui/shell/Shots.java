package dev.parallax.ui.shell;

import dev.parallax.RealDesk;
import dev.parallax.settings.Folders;
import dev.parallax.settings.Theme;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.FxThread;
import dev.parallax.ui.common.Tasks;
import dev.parallax.ui.realusers.Tab;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Takes a picture of every screen, light and dark, of the real window on a workspace.
///
/// Arguments: the folder for the pictures, and the workspace; without one the demo workspace is
/// taken, and made if it is not there. Needs a display of 1280 × 800.
public final class Shots {
    /// A picture is taken when so many frames have passed with nothing left to do.
    private static final int QUIET_FRAMES = 30;

    /// Work and handlers under way; the schedule, which never ends, is not among them.
    private final AtomicInteger busy = new AtomicInteger();

    private final Path folder;
    private final CountDownLatch done = new CountDownLatch(1);

    private Shots(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Folders mine = Folders.ofThisUser();
        Path config = Files.createTempDirectory("shots");
        var real = new RealDesk(new Folders(config, mine.data(), mine.cache()));
        Path workspace = arguments.length > 1 ? Path.of(arguments[1]) : real.demo();
        try (Workbench open = real.desk().open(workspace)) {
            open.giveTrust();
        }
        for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            real.desk().change(settings -> settings.withTheme(theme));
            new Shots(folder).take(real.desk(), workspace, theme);
        }
        Platform.exit();
    }

    private void take(Desk desk, Path workspace, Theme theme) throws InterruptedException {
        FxThread.run(() -> {
            var stage = new Stage();
            var background =
                    new Background(
                            counted(Executors.newVirtualThreadPerTaskExecutor()),
                            counted(Platform::runLater),
                            new Tasks(Platform::runLater));
            ShellModel model = DesktopApp.open(stage, desk, background, workspace, done::countDown);
            stage.setX(0);
            stage.setY(0);
            visit(stage, model, theme);
        });
        done.await();
    }

    private Executor counted(Executor executor) {
        return action -> {
            busy.incrementAndGet();
            executor.execute(() -> {
                try {
                    action.run();
                } finally {
                    busy.decrementAndGet();
                }
            });
        };
    }

    /// Goes from place to place; each is pictured once all is quiet there.
    private void visit(Stage stage, ShellModel model, Theme theme) {
        Iterator<Stop> stops = stops(stage, model).iterator();
        new AnimationTimer() {
            private Optional<Stop> here = Optional.empty();
            private int quiet;

            @Override
            public void handle(long now) {
                quiet = busy.get() == 0 && model.workbench().get().isPresent() ? quiet + 1 : 0;
                if (quiet < QUIET_FRAMES) {
                    return;
                }
                quiet = 0;
                here.ifPresent(stop -> picture(stage, stop.name(), theme));
                if (stops.hasNext()) {
                    here = Optional.of(stops.next());
                    here.ifPresent(stop -> stop.go().run());
                } else {
                    stop();
                    stage.close();
                }
            }
        }.start();
    }

    /// Something to picture, and how to get there.
    private record Stop(String name, Runnable go) {}

    /// Every place, and every tab of the real users.
    private static List<Stop> stops(Stage stage, ShellModel model) {
        var stops = new ArrayList<Stop>();
        for (Place place : Place.values()) {
            stops.add(new Stop(place.name(), () -> model.place().set(place)));
            if (place == Place.COMPARE) {
                stops.add(new Stop(place.name() + "-TIME", () -> scroll(stage, 0.45)));
                stops.add(new Stop(place.name() + "-IMPACT", () -> scroll(stage, 0.9)));
                stops.add(new Stop(place.name() + "-PICKED", () -> pick(stage)));
                stops.add(new Stop(place.name() + "-WHO", () -> scroll(stage, 0.92)));
                stops.add(new Stop(place.name() + "-DIFFERENCES", () -> unfold(stage)));
                stops.add(new Stop(place.name() + "-RUNS", () -> kind(stage, 1)));
                stops.add(new Stop(place.name() + "-USERS", () -> kind(stage, 2)));
            }
            if (place == Place.CHECKS) {
                stops.add(new Stop(place.name() + "-REQUESTS", () -> runPart(stage, 1)));
                stops.add(new Stop(place.name() + "-ONE-REQUEST", () -> chooseRequest(stage)));
                stops.add(new Stop(place.name() + "-MESSAGES", () -> runPart(stage, 2)));
                stops.add(new Stop(place.name() + "-BESIDE", () -> runPart(stage, 3)));
            }
            if (place == Place.REAL_USERS) {
                for (Tab tab : Tab.values()) {
                    stops.add(new Stop(place.name() + "-" + tab.name(), () -> press(stage, tab)));
                }
                stops.add(new Stop(place.name() + "-ONE-VIEW", () -> chooseView(stage)));
            }
        }
        return stops;
    }

    /// Turns to another part of the run.
    private static void runPart(Stage stage, int at) {
        var parts = (Pane) stage.getScene().lookup("#run-parts");
        if (parts != null && parts.getChildren().get(at).isVisible()) {
            ((ToggleButton) parts.getChildren().get(at)).fire();
        }
    }

    /// Gives the run the whole width, and tells more of its second request.
    private static void chooseRequest(Stage stage) {
        ((ToggleButton) stage.getScene().lookup("#widen-run")).fire();
        if (stage.getScene().lookup(".requests") instanceof ListView<?> requests) {
            requests.getSelectionModel().select(1);
        }
    }

    private static void scroll(Stage stage, double part) {
        page(stage).setVvalue(part);
    }

    private static ScrollPane page(Stage stage) {
        return (ScrollPane) stage.getScene().lookup("#compare-page");
    }

    /// Picks users with the keyboard: over the second half of the first chart.
    private static void pick(Stage stage) {
        scroll(stage, 0.12);
        Node plot = stage.getScene().lookup(".plot");
        if (plot == null) {
            return;
        }
        plot.requestFocus();
        for (int i = 0; i < 14; i++) {
            plot.fireEvent(
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            KeyCode.RIGHT,
                            true,
                            false,
                            false,
                            false));
        }
    }

    /// Turns to another kind of comparison.
    private static void kind(Stage stage, int at) {
        var kinds = (Pane) stage.getScene().lookup("#compare-kind");
        ((ToggleButton) kinds.getChildren().get(at)).fire();
    }

    /// Unfolds what stands under the charts.
    private static void unfold(Stage stage) {
        ((TitledPane) stage.getScene().lookup("#differences")).setExpanded(true);
        stage.getScene().getRoot().layout();
        scroll(stage, 1);
    }

    private static void press(Stage stage, Tab tab) {
        var tabs = (Pane) stage.getScene().lookup("#realusers-tabs");
        ((ToggleButton) tabs.getChildren().get(List.of(Tab.values()).indexOf(tab))).fire();
    }

    private static void chooseView(Stage stage) {
        press(stage, Tab.VIEWS);
        // a data set of shares of intervals has no page views
        if (stage.getScene().lookup("#views") instanceof TableView<?> views) {
            views.getSelectionModel().select(3);
        }
    }

    private void picture(Stage stage, String what, Theme theme) {
        String name = (what + "-" + theme.name()).toLowerCase(Locale.ROOT).replace('_', '-');
        File file = folder.resolve(name + ".png").toFile();
        try {
            ImageIO.write(
                    SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
