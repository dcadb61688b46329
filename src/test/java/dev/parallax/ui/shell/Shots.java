package dev.parallax.ui.shell;

import dev.parallax.RealDesk;
import dev.parallax.settings.Folders;
import dev.parallax.settings.Theme;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.FxThread;
import dev.parallax.ui.common.Tasks;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
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
        Iterator<Place> places = Stream.of(Place.values()).iterator();
        new AnimationTimer() {
            private Optional<Place> here = Optional.empty();
            private int quiet;

            @Override
            public void handle(long now) {
                quiet = busy.get() == 0 && model.workbench().get().isPresent() ? quiet + 1 : 0;
                if (quiet < QUIET_FRAMES) {
                    return;
                }
                quiet = 0;
                here.ifPresent(place -> picture(stage, place, theme));
                if (places.hasNext()) {
                    here = Optional.of(places.next());
                    here.ifPresent(model.place()::set);
                } else {
                    stop();
                    stage.close();
                }
            }
        }.start();
    }

    private void picture(Stage stage, Place place, Theme theme) {
        String name =
                (place.name() + "-" + theme.name()).toLowerCase(Locale.ROOT).replace('_', '-');
        File file = folder.resolve(name + ".png").toFile();
        try {
            ImageIO.write(
                    SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
