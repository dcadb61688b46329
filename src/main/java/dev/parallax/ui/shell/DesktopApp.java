package dev.parallax.ui.shell;

import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Tasks;
import dev.parallax.ui.common.Work;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Starts the window and waits for its end.
public final class DesktopApp {
    private DesktopApp() {}

    /// Work that makes a workspace while the window is open already, such as the demo at the first
    /// start.
    ///
    /// @param title what the task drawer calls it
    /// @param work gives the workspace to be opened when it is done
    public record Making(String title, Work<Path> work) {}

    /// Opens the window on a workspace and returns once it was closed.
    ///
    /// @param workspace opened first
    /// @param making a better one to be made meanwhile
    /// @throws UnsupportedOperationException if there is no display
    public static void run(Desk desk, Path workspace, Optional<Making> making)
            throws InterruptedException {
        var closed = new CountDownLatch(1);
        Platform.startup(() -> {
            var background = Background.onVirtualThreads(new Tasks(Platform::runLater));
            ShellModel model = open(new Stage(), desk, background, workspace, closed::countDown);
            making.ifPresent(model::make);
        });
        closed.await();
        Platform.exit();
    }

    /// Opens the window on a stage; call on the JavaFX thread.
    ///
    /// @param closed called when the window is gone and the workspace is closed
    /// @return what the window is about
    static ShellModel open(
            Stage stage, Desk desk, Background background, Path workspace, Runnable closed) {
        var problems = new Problems();
        var model = new ShellModel(desk, background, problems);
        var window = new MainWindow(stage, model, background, problems);
        stage.setOnHidden(_ -> {
            model.close();
            closed.run();
        });
        model.open(workspace);
        window.show();
        return model;
    }
}
