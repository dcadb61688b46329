package dev.parallax.ui.chart;

import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.plugins.ChartPlugin;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.EventHandler;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;

/// Picks a stretch of a chart's horizontal axis: drag to draw it, drag inside to move it, drag an
/// edge to resize it, click beside it to let it go. It lies over the canvas as a node of its own,
/// so drawing it redraws nothing else.
final class Brushing extends ChartPlugin {
    /// How near to an edge, pixels, still takes hold of it.
    private static final double GRIP = 5;

    /// A click moves the mouse a little; what is narrower, pixels, is no brush.
    private static final double NARROWEST = 3;

    private final ObjectProperty<Optional<Span>> span =
            new SimpleObjectProperty<>(Optional.empty());
    private final Rectangle shade = new Rectangle();

    /// What is being done with the mouse; the numbers are pixels.
    private sealed interface Grasp {
        /// Drawn from here to where the mouse is.
        record Drawing(double from) implements Grasp {}

        /// Moved as a whole, held this far right of its left edge.
        record Moving(double hold, double width) implements Grasp {}
    }

    private Optional<Grasp> grasp = Optional.empty();
    private final EventHandler<MouseEvent> dragged = this::drag;
    private final EventHandler<MouseEvent> released = this::release;

    Brushing() {
        shade.getStyleClass().add("brush");
        shade.setManaged(false);
        shade.setMouseTransparent(true);
        shade.setVisible(false);
        getChartChildren().add(shade);
        registerInputEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        registerInputEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        span.subscribe(this::place);
    }

    /// What is picked, in the axis' unit.
    ObjectProperty<Optional<Span>> span() {
        return span;
    }

    /// Follows the axis when it is zoomed or resized.
    void follow(DefaultNumericAxis axis) {
        axis.minProperty().subscribe(this::place);
        axis.maxProperty().subscribe(this::place);
        axis.lengthProperty().subscribe(this::place);
    }

    /// Draws or extends the brush to a place; a new one begins at the other.
    void extend(double from, double to) {
        double fixed =
                span.get()
                        .map(now ->
                                Math.abs(now.low() - from) < Math.abs(now.high() - from)
                                        ? now.high()
                                        : now.low())
                        .orElse(from);
        span.set(Optional.of(Span.between(fixed, to)));
    }

    private void press(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !isMouseEventWithinCanvas(event)) {
            return;
        }
        double x = x(event);
        grasp =
                Optional.of(
                        span.get()
                                .map(now -> grasp(x, pixel(now.low()), pixel(now.high())))
                                .orElseGet(() -> new Grasp.Drawing(x)));
        hold(getChart().getScene());
        event.consume();
    }

    /// Follows the mouse all over the window: beside the chart, its own handlers hear nothing.
    private void hold(Scene scene) {
        scene.removeEventFilter(MouseEvent.MOUSE_DRAGGED, dragged);
        scene.removeEventFilter(MouseEvent.MOUSE_RELEASED, released);
        scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, dragged);
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, released);
    }

    private Grasp grasp(double x, double low, double high) {
        if (low <= 0 && high >= width()) {
            // zoomed into the brush: there is nowhere to move it to, but parts of it to be drawn
            return new Grasp.Drawing(x);
        }
        if (Math.abs(x - low) <= GRIP) {
            return new Grasp.Drawing(high);
        }
        if (Math.abs(x - high) <= GRIP) {
            return new Grasp.Drawing(low);
        }
        return x > low && x < high ? new Grasp.Moving(x - low, high - low) : new Grasp.Drawing(x);
    }

    private void drag(MouseEvent event) {
        if (grasp.isEmpty()) {
            return;
        }
        double width = width();
        double x = Math.clamp(x(event), 0, width);
        switch (grasp.get()) {
            case Grasp.Drawing(var from) -> pick(from, x);
            case Grasp.Moving(var hold, var broad) -> {
                double left = Math.clamp(x - hold, 0, Math.max(0, width - broad));
                pick(left, left + broad);
            }
        }
    }

    private void pick(double from, double to) {
        if (Math.abs(to - from) >= NARROWEST) {
            span.set(Optional.of(Span.between(value(from), value(to))));
        }
    }

    private void release(MouseEvent event) {
        boolean clicked = event.isStillSincePress();
        boolean beside = grasp.filter(Grasp.Drawing.class::isInstance).isPresent();
        grasp = Optional.empty();
        Scene scene = getChart().getScene();
        if (scene != null) {
            scene.removeEventFilter(MouseEvent.MOUSE_DRAGGED, dragged);
            scene.removeEventFilter(MouseEvent.MOUSE_RELEASED, released);
        }
        if (clicked && beside && event.getButton() == MouseButton.PRIMARY) {
            span.set(Optional.empty());
        }
    }

    private void hover(MouseEvent event) {
        if (getChart() == null) {
            return;
        }
        double x = x(event);
        Cursor cursor =
                span.get()
                        .map(now -> cursor(grasp(x, pixel(now.low()), pixel(now.high())), x, now))
                        .orElse(Cursor.CROSSHAIR);
        getChart().getCanvas().setCursor(cursor);
    }

    private Cursor cursor(Grasp would, double x, Span now) {
        return switch (would) {
            case Grasp.Moving _ -> Cursor.MOVE;
            case Grasp.Drawing(var from) ->
                    from == x || (from != pixel(now.low()) && from != pixel(now.high()))
                            ? Cursor.CROSSHAIR
                            : Cursor.H_RESIZE;
        };
    }

    private double width() {
        return getChart().getCanvas().getWidth();
    }

    private double x(MouseEvent event) {
        return getLocationInPlotArea(event).getX();
    }

    private double value(double pixel) {
        return getChart().getAxes().getFirst().getValueForDisplay(pixel);
    }

    private double pixel(double value) {
        return getChart().getAxes().getFirst().getDisplayPosition(value);
    }

    private void place() {
        var chart = getChart();
        Span now = span.get().orElse(null);
        if (chart == null || now == null) {
            shade.setVisible(false);
            return;
        }
        double width = chart.getCanvas().getWidth();
        double left = edge(now.low(), 0, width);
        double right = edge(now.high(), width, width);
        shade.setVisible(right > 0 && left < width);
        shade.setX(Math.rint(left));
        shade.setY(0);
        shade.setWidth(Math.max(1, Math.rint(right) - Math.rint(left)));
        shade.setHeight(chart.getCanvas().getHeight());
    }

    /// @param otherwise where a value lies that has no place, such as 0 on a logarithmic axis
    private double edge(double value, double otherwise, double width) {
        double pixel = pixel(value);
        return Double.isNaN(pixel) ? otherwise : Math.clamp(pixel, 0, width);
    }
}
