package dev.parallax.ui.chart;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// Reads and brushes a chart with the keyboard: arrows point, with Shift they brush, `+` and `-`
/// zoom, `Z` zooms to the brush, `0` shows all, Escape lets the brush go.
final class PlotKeys {
    private static final double STEP = 8;
    private static final double ZOOM = 1.25;

    private final XYChart chart;
    private final DefaultNumericAxis axis;
    private final DoubleProperty cursor;
    private final Brushing brushing;
    private final Runnable reset;

    PlotKeys(
            XYChart chart,
            DefaultNumericAxis axis,
            DoubleProperty cursor,
            Brushing brushing,
            Runnable reset) {
        this.chart = chart;
        this.axis = axis;
        this.cursor = cursor;
        this.brushing = brushing;
        this.reset = reset;
    }

    /// Listens to the keys of a node, and makes it one that takes them.
    void listenTo(Region node, String name) {
        node.setFocusTraversable(true);
        node.setAccessibleText(name);
        node.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        node.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        cursor.set(Double.NaN);
                    }
                });
    }

    private void press(KeyEvent event) {
        if (event.isShortcutDown()) {
            return;
        }
        boolean known = true;
        switch (event.getCode()) {
            case LEFT -> move(-STEP, event.isShiftDown());
            case RIGHT -> move(STEP, event.isShiftDown());
            case PLUS, ADD, EQUALS -> zoom(1 / ZOOM);
            case MINUS, SUBTRACT -> zoom(ZOOM);
            case DIGIT0, NUMPAD0 -> reset.run();
            case Z -> zoomToBrush();
            case ESCAPE -> {
                known = brushing.span().get().isPresent();
                brushing.span().set(Optional.empty());
            }
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private double pixel() {
        double value = cursor.get();
        return Double.isNaN(value) ? axis.getWidth() / 2 : axis.getDisplayPosition(value);
    }

    private void move(double pixels, boolean brush) {
        double from = pixel();
        double to = Math.clamp(from + pixels, 0, Math.max(0, chart.getCanvas().getWidth() - 1));
        double before = axis.getValueForDisplay(from);
        double value = axis.getValueForDisplay(to);
        cursor.set(value);
        if (brush) {
            brushing.extend(before, value);
        }
    }

    private void zoom(double factor) {
        double middle = pixel();
        double width = axis.getWidth();
        double left = axis.getValueForDisplay(middle - middle * factor);
        double right = axis.getValueForDisplay(middle + (width - middle) * factor);
        if (right > left) {
            axis.set(left, right);
        }
    }

    /// Shows what is picked alone.
    void zoomToBrush() {
        brushing.span()
                .get()
                .filter(span -> span.high() > span.low())
                .ifPresent(span -> axis.set(Math.max(span.low(), axis.getMin()), span.high()));
    }
}
