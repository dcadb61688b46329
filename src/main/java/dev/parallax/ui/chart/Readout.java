package dev.parallax.ui.chart;

import io.fair_acc.chartfx.plugins.ChartPlugin;
import java.util.function.DoubleFunction;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Line;

/// Says what the chart shows at the place pointed at. Charts that share a cursor show theirs
/// together.
final class Readout extends ChartPlugin {
    private static final double GAP = 10;

    private final DoubleFunction<String> words;
    private final DoubleProperty cursor = new SimpleDoubleProperty(Double.NaN);
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final Line line = new Line();
    private final Label label = new Label();

    /// @param words what is said about a value; an empty text says nothing
    Readout(DoubleFunction<String> words) {
        this.words = words;
        line.getStyleClass().add("readout-line");
        label.getStyleClass().add("readout");
        line.setManaged(false);
        label.setManaged(false);
        line.setMouseTransparent(true);
        label.setMouseTransparent(true);
        getChartChildren().addAll(line, label);
        registerInputEventHandler(MouseEvent.MOUSE_MOVED, this::follow);
        registerInputEventHandler(MouseEvent.MOUSE_DRAGGED, _ -> cursor.set(Double.NaN));
        registerInputEventHandler(MouseEvent.MOUSE_EXITED, _ -> cursor.set(Double.NaN));
        cursor.subscribe(this::place);
    }

    /// The value pointed at, not a number if none is.
    DoubleProperty cursor() {
        return cursor;
    }

    /// What is said now, for those who hear it.
    ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /// Says it again, of data that changed.
    void refresh() {
        place();
    }

    private void follow(MouseEvent event) {
        var chart = getChart();
        if (chart == null || !isMouseEventWithinCanvas(event)) {
            cursor.set(Double.NaN);
            return;
        }
        double x = getLocationInPlotArea(event).getX();
        cursor.set(chart.getAxes().getFirst().getValueForDisplay(x));
    }

    private void place() {
        var chart = getChart();
        double value = cursor.get();
        String text = Double.isNaN(value) || chart == null ? "" : words.apply(value);
        said.set(text);
        line.setVisible(!text.isEmpty());
        label.setVisible(!text.isEmpty());
        if (text.isEmpty() || chart == null) {
            return;
        }
        var canvas = chart.getCanvas();
        double x = Math.floor(chart.getAxes().getFirst().getDisplayPosition(value)) + 0.5;
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(0);
        line.setEndY(canvas.getHeight());
        label.setText(text);
        label.applyCss();
        label.autosize();
        boolean left = x + GAP + label.getWidth() > canvas.getWidth();
        label.relocate(
                Math.rint(left ? Math.max(4, x - GAP - label.getWidth()) : x + GAP),
                Math.rint(Math.max(4, canvas.getHeight() * 0.3)));
    }
}
