package dev.parallax.ui.chart;

import dev.parallax.ui.common.FxThread;
import io.fair_acc.chartfx.XYChart;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/// Charts in a real window of the Headless platform, with a mouse and a keyboard before it.
final class ChartDesk implements AutoCloseable {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 900;

    private final Stage stage;
    private final Robot robot;

    /// @param charts made on the JavaFX thread, above each other
    ChartDesk(Supplier<Region[]> charts) {
        stage =
                FxThread.get(() -> {
                    var box = new VBox(8, charts.get());
                    var scene = new Scene(box, WIDTH, HEIGHT);
                    scene.getStylesheets()
                            .addAll(
                                    new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet(),
                                    Objects.requireNonNull(
                                                    ChartDesk.class.getResource(
                                                            "/dev/parallax/ui/app.css"))
                                            .toExternalForm());
                    var opened = new Stage();
                    opened.setX(0);
                    opened.setY(0);
                    opened.setScene(scene);
                    opened.show();
                    return opened;
                });
        robot = FxThread.get(Robot::new);
        pulse();
        pulse();
    }

    /// Returns once the window was laid out and drawn.
    void pulse() {
        var drawn = new CountDownLatch(2);
        AnimationTimer timer =
                FxThread.get(() -> {
                    var each =
                            new AnimationTimer() {
                                @Override
                                public void handle(long now) {
                                    drawn.countDown();
                                }
                            };
                    each.start();
                    return each;
                });
        try {
            drawn.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        FxThread.run(timer::stop);
    }

    static XYChart chart(Region chart) {
        return (XYChart) Objects.requireNonNull(chart.lookup(".chart"));
    }

    static Node plot(Region chart) {
        return Objects.requireNonNull(chart.lookup(".plot"));
    }

    /// Presses at one place of a node, drags over others and lets go at the last.
    ///
    /// @param places x and y by turns, pixels of the node
    void drag(Node over, double... places) {
        move(over, places[0], places[1]);
        FxThread.run(() -> robot.mousePress(MouseButton.PRIMARY));
        for (int i = 2; i < places.length; i += 2) {
            move(over, places[i], places[i + 1]);
        }
        FxThread.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        pulse();
    }

    void move(Node over, double x, double y) {
        FxThread.run(() -> {
            Point2D at = over.localToScreen(x, y);
            robot.mouseMove(at);
        });
        pulse();
    }

    /// Presses a key where the keyboard is.
    void press(KeyCode... codes) {
        FxThread.run(() -> {
            for (KeyCode code : codes) {
                robot.keyPress(code);
            }
            for (KeyCode code : codes) {
                robot.keyRelease(code);
            }
        });
        pulse();
    }

    /// Presses a key over a node whether the keyboard is there or not.
    static void press(Node node, KeyCode code) {
        FxThread.run(() ->
                Event.fireEvent(
                        node,
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    @Override
    public void close() {
        FxThread.run(stage::close);
    }
}
