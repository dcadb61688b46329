package dev.parallax.ui.chart;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.AxisMode;
import io.fair_acc.chartfx.plugins.Zoomer;
import java.util.List;
import java.util.function.BiFunction;
import javafx.beans.property.DoubleProperty;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// One chart over a metric's values: drawings, axes, zoom and read-out. Drag to zoom, scroll to
/// zoom finely, press the other button to go back.
final class MetricChart extends StackPane {
    private final MetricAxis values = new MetricAxis();
    private final ShareAxis shares = new ShareAxis();
    private final Layer<Shown> layer;
    private final Readout readout;
    private final Zoomer zoomer = new Zoomer(AxisMode.X);
    private @Nullable Shown shown;

    MetricChart(List<Drawing<Shown>> drawings, BiFunction<Shown, Double, String> words) {
        var inks = new Inks(this::redraw);
        layer = new Layer<>(drawings, inks);
        readout = new Readout(value -> shown == null ? "" : words.apply(shown, value));
        zoomer.setSliderVisible(false);
        zoomer.setAddButtonsToToolBar(false);
        zoomer.setPannerEnabled(true);
        var chart = new XYChart(values, shares);
        chart.getGridRenderer().getVerticalMinorGrid().setVisible(false);
        chart.getGridRenderer().getHorizontalMinorGrid().setVisible(false);
        chart.setLegendVisible(false);
        chart.setAnimated(false);
        chart.setToolBarPinned(false);
        chart.getToolBar().setVisible(false);
        chart.getToolBar().setManaged(false);
        chart.getRenderers().setAll(List.of(layer));
        chart.getPlugins().addAll(List.of(zoomer, readout));
        chart.setMinSize(200, 140);
        chart.setPrefSize(Region.USE_COMPUTED_SIZE, 260);
        getStyleClass().add("metric-chart");
        getChildren().addAll(inks, chart);
    }

    void show(Shown newShown, double highestShare) {
        shown = newShown;
        values.show(newShown);
        shares.show(highestShare);
        layer.show(newShown);
        readout.refresh();
    }

    /// The value pointed at, not a number if none is.
    DoubleProperty cursor() {
        return readout.cursor();
    }

    void resetZoom() {
        zoomer.clear();
        if (shown != null) {
            values.home(shown);
        }
    }

    /// Keeps the other chart's range of values equal to this one's, and the place pointed at.
    void linkWith(MetricChart other) {
        values.minProperty().bindBidirectional(other.values.minProperty());
        values.maxProperty().bindBidirectional(other.values.maxProperty());
        cursor().bindBidirectional(other.cursor());
    }

    @Nullable Shown shown() {
        return shown;
    }

    private void redraw() {
        if (shown != null) {
            layer.redraw();
        }
    }
}
