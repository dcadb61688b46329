package dev.parallax.ui.chart;

import dev.parallax.ui.chart.Inks.Ink;
import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.AxisMode;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.plugins.Zoomer;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A drawing over two axes that can be read, brushed and zoomed, with the mouse as with the
/// keyboard. The wheel alone belongs to the page the chart stands on: with Ctrl it zooms.
///
/// @param <S> what is shown
final class Plot<S> extends StackPane {
    /// Room for the axes in a file.
    private static final double LEFT = 64;

    private static final double TOP = 36;
    private static final double FOOT = 48;
    private static final double RIGHT = 16;

    private final String name;
    private final DefaultNumericAxis across;
    private final DefaultNumericAxis up;
    private final Drawing<S> drawing;
    private final Inks inks = new Inks(this::redraw);
    private final Layer<S> layer;
    private final Readout readout;
    private final Brushing brushing = new Brushing();
    private final Zoomer zoomer = new Zoomer(AxisMode.X);
    private final XYChart chart;
    private final PlotKeys keys;
    private final Runnable home;
    private @Nullable S shown;

    /// @param name of the chart, for a file and for those who hear it
    /// @param across the horizontal axis
    /// @param up the vertical one
    /// @param words what is said about a place on the horizontal axis
    /// @param home shows the whole horizontal axis again
    Plot(
            String name,
            DefaultNumericAxis across,
            DefaultNumericAxis up,
            Drawing<S> drawing,
            DoubleFunction<String> words,
            Runnable home) {
        this.name = name;
        this.across = across;
        this.up = up;
        this.drawing = drawing;
        this.home = home;
        layer = new Layer<>(drawing, inks);
        readout = new Readout(words);
        chart = new XYChart(across, up);
        keys = new PlotKeys(chart, across, readout.cursor(), brushing, this::resetZoom);
        zoomer.setSliderVisible(false);
        zoomer.setAddButtonsToToolBar(false);
        zoomer.setZoomInMouseFilter(_ -> false);
        zoomer.setZoomScrollFilter(scroll -> scroll.isShortcutDown());
        chart.getGridRenderer().getVerticalMinorGrid().setVisible(false);
        chart.getGridRenderer().getHorizontalMinorGrid().setVisible(false);
        chart.setLegendVisible(false);
        chart.setAnimated(false);
        chart.setToolBarPinned(false);
        chart.getToolBar().setVisible(false);
        chart.getToolBar().setManaged(false);
        chart.getRenderers().setAll(List.of(layer));
        chart.getPlugins().addAll(List.of(zoomer, brushing, readout));
        chart.setMinSize(200, 120);
        chart.setPrefSize(Region.USE_COMPUTED_SIZE, 260);
        brushing.follow(across);
        getStyleClass().add("plot");
        getChildren().addAll(inks, chart);
        keys.listenTo(this, name);
        // filters, as the library's own plugins and the brush consume what they understand
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
        addEventFilter(
                MouseEvent.MOUSE_CLICKED,
                click -> {
                    if (click.getClickCount() == 2) {
                        resetZoom();
                    }
                });
        readout.said().subscribe(said -> setAccessibleHelp(said));
    }

    void show(S newShown) {
        shown = newShown;
        layer.show(newShown);
        readout.refresh();
    }

    @Nullable S shown() {
        return shown;
    }

    /// The place pointed at on the horizontal axis, not a number if none is.
    DoubleProperty cursor() {
        return readout.cursor();
    }

    /// What is picked of the horizontal axis.
    ObjectProperty<Optional<Span>> span() {
        return brushing.span();
    }

    /// Forgets how far it was zoomed.
    void forgetZoom() {
        zoomer.clear();
    }

    void resetZoom() {
        zoomer.clear();
        home.run();
    }

    void zoomToBrush() {
        keys.zoomToBrush();
    }

    private void redraw() {
        if (shown != null) {
            layer.redraw();
        }
    }

    /// The picture as an SVG document, with its name and axes; empty while nothing is shown.
    ///
    /// @param legend what the colours mean
    Optional<String> svg(Function<S, List<LegendEntry>> legend) {
        return Optional.ofNullable(shown).map(now -> draw(now, legend.apply(now)));
    }

    private String draw(S now, List<LegendEntry> legend) {
        double width = chart.getCanvas().getWidth();
        double height = chart.getCanvas().getHeight();
        var key = new SvgLegend(legend, width);
        var pen = new SvgPen(width + LEFT + RIGHT, height + TOP + key.height() + FOOT, inks::paint);
        pen.name(name);
        pen.text(Ink.TEXT, name, LEFT, TOP / 2, Pen.Align.LEFT);
        key.draw(pen, LEFT, TOP - 4);
        pen.move(LEFT, TOP + key.height());
        var plane = new Plane(across, up, width, height);
        up.getTickMarks()
                .forEach(mark -> {
                    double y = plane.y(mark.getValue());
                    pen.box(Ink.GRID, 0.7, 0, y, width, 1);
                    pen.text(
                            Ink.MUTED,
                            up.getTickMarkLabel(mark.getValue()),
                            -8,
                            y,
                            Pen.Align.RIGHT);
                });
        across.getTickMarks()
                .forEach(mark ->
                        pen.text(
                                Ink.MUTED,
                                across.getTickMarkLabel(mark.getValue()),
                                plane.x(mark.getValue()),
                                height + 14,
                                Pen.Align.CENTER));
        String words = across.getName();
        if (words != null && !words.isBlank()) {
            pen.text(Ink.MUTED, words, width / 2, height + 34, Pen.Align.CENTER);
        }
        drawing.draw(pen, plane, now);
        pen.home();
        return pen.document();
    }
}
