package dev.parallax.ui.checks.run;

import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.controls.Labels;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The time above the bars: dragging along it shows the part dragged over, a double click all.
final class Ruler extends Pane {
    private static final double HEIGHT = 24;
    private static final double MARK_WIDTH = 72;
    private static final double SMALLEST_DRAG = 4;

    private final TimeLine time;
    private final Region dragged = new Region();
    private final Pane marks = new Pane();
    private double pressed = Double.NaN;

    Ruler(TimeLine time) {
        this.time = time;
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        getStyleClass().add("ruler");
        setCursor(Cursor.H_RESIZE);
        dragged.getStyleClass().add("ruler-dragged");
        dragged.setVisible(false);
        dragged.setManaged(false);
        marks.setMouseTransparent(true);
        getChildren().addAll(dragged, marks);
        time.shown().subscribe(_ -> mark());
        widthProperty().subscribe(_ -> mark());
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
    }

    private double barsWidth() {
        return Math.max(1, getWidth() - RequestCell.GUTTER - RequestCell.MARGIN);
    }

    /// Here, not while laying out: labels made there would never be styled.
    private void mark() {
        marks.getChildren().clear();
        TimeLine.Stretch shown = time.shown().get();
        double step = step(shown.length() / Math.max(1, barsWidth() / MARK_WIDTH));
        for (double at = Math.ceil(shown.from() / step) * step; at <= shown.to(); at += step) {
            marks.getChildren().add(new Mark(at));
        }
    }

    /// A moment of the axis.
    private static final class Mark extends VBox {
        private final double millis;

        Mark(double millis) {
            this.millis = millis;
            var line = new Region();
            line.getStyleClass().add("ruler-mark");
            setAlignment(Pos.BOTTOM_CENTER);
            getChildren().addAll(Labels.caption(Numbers.millis(millis)), line);
        }
    }

    @Override
    protected void layoutChildren() {
        double width = barsWidth();
        marks.resizeRelocate(RequestCell.GUTTER, 0, width, HEIGHT);
        for (Node child : marks.getChildren()) {
            var mark = (Mark) child;
            double room = mark.prefWidth(-1);
            double x = time.place(mark.millis, width) - room / 2;
            mark.resizeRelocate(Math.clamp(x, 0, Math.max(0, width - room)), 0, room, HEIGHT);
        }
    }

    /// 1, 2 or 5 times a power of ten.
    private static double step(double wanted) {
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= wanted) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private void press(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            time.showWhole();
            pressed = Double.NaN;
        } else if (event.getX() >= RequestCell.GUTTER) {
            pressed = event.getX();
        }
    }

    private void drag(MouseEvent event) {
        if (!Double.isNaN(pressed)) {
            double to =
                    Math.clamp(event.getX(), RequestCell.GUTTER, RequestCell.GUTTER + barsWidth());
            dragged.resizeRelocate(Math.min(pressed, to), 0, Math.abs(to - pressed), HEIGHT);
            dragged.setVisible(true);
        }
    }

    private void release(MouseEvent event) {
        dragged.setVisible(false);
        if (Double.isNaN(pressed)) {
            return;
        }
        double to = Math.clamp(event.getX(), RequestCell.GUTTER, RequestCell.GUTTER + barsWidth());
        if (Math.abs(to - pressed) >= SMALLEST_DRAG) {
            double first = millis(Math.min(pressed, to));
            time.show(first, millis(Math.max(pressed, to)));
        }
        pressed = Double.NaN;
    }

    private double millis(double x) {
        return time.millis(x - RequestCell.GUTTER, barsWidth());
    }

    /// Has the pointer's moment shown while it is over a node as wide as this one.
    void follow(Node node) {
        node.addEventFilter(
                MouseEvent.MOUSE_MOVED,
                event -> {
                    double x = event.getX();
                    time.pointed().set(x >= RequestCell.GUTTER ? millis(x) : Double.NaN);
                });
        node.addEventFilter(MouseEvent.MOUSE_EXITED, _ -> time.pointed().set(Double.NaN));
    }
}
