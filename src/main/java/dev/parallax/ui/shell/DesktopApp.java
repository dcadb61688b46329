package dev.parallax.ui.shell;

import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Tasks;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Starts the window and waits for its end.
public final class DesktopApp {
    private DesktopApp() {}

    /// Opens the window on a workspace and returns once it was closed.
    ///
    /// @param workspace opened first
    /// @throws UnsupportedOperationException if there is no display
    public static void run(Desk desk, Path workspace) throws InterruptedException {
        var closed = new CountDownLatch(1);
        Platform.startup(() -> {
            var background = Background.onVirtualThreads(new Tasks(Platform::runLater));
            open(new Stage(), desk, background, workspace, closed::countDown);
        });
        closed.await();
        Platform.exit();
    }

    /// Opens the window on a stage; call on the JavaFX thread.
    ///
    /// @param closed called when the window is gone and the workspace is closed
    static void open(
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
    }
}
