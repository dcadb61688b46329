package dev.parallax.ui.chart;

import dev.parallax.metric.Metric;
import dev.parallax.problem.Problem;
import dev.parallax.rum.TimeBand;
import dev.parallax.rum.TimeWindow;
import dev.parallax.ui.chart.Inks.Ink;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.AxisMode;
import io.fair_acc.chartfx.plugins.Zoomer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A metric along time: a ribbon from p25 to p75, lines of p50 and p95, the page views at the foot,
/// and time without data left empty. Drag to zoom, press the other button to go back.
public final class TimeChart {
    private final TimeAxis time = new TimeAxis();
    private final ValueAxis values = new ValueAxis();
    private final Inks inks = new Inks(this::redraw);
    private final Layer<TimeShown> layer =
            new Layer<>(
                    List.of((gc, plane, shown, colours) ->
                            new TimeDrawings(new CanvasPen(gc, colours), plane, shown).all()),
                    inks);
    private final Readout readout = new Readout(this::words);
    private final Zoomer zoomer = new Zoomer(AxisMode.X);
    private final XYChart chart = new XYChart(time, values);
    private final DoubleProperty home = new SimpleDoubleProperty();
    private final DoubleProperty end = new SimpleDoubleProperty();
    private final ChartPanel panel;
    private @Nullable TimeShown shown;

    /// @param choose gets the stretch of time that is zoomed to
    /// @param controls stand left of the buttons
    public TimeChart(
            Background background,
            Consumer<? super Problem> problems,
            Consumer<TimeWindow> choose,
            Node... controls) {
        zoomer.setSliderVisible(false);
        zoomer.setAddButtonsToToolBar(false);
        zoomer.setPannerEnabled(true);
        chart.getGridRenderer().getVerticalMinorGrid().setVisible(false);
        chart.getGridRenderer().getHorizontalMinorGrid().setVisible(false);
        chart.setLegendVisible(false);
        chart.setAnimated(false);
        chart.setToolBarPinned(false);
        chart.getToolBar().setVisible(false);
        chart.getToolBar().setManaged(false);
        chart.getRenderers().setAll(List.of(layer));
        chart.getPlugins().addAll(List.of(zoomer, readout));
        chart.setMinSize(200, 120);
        var filter =
                Buttons.icon(
                        Texts.of("chart.time.choose"),
                        Feather.FILTER,
                        () -> zoomed().ifPresent(choose));
        filter.disableProperty()
                .bind(
                        time.minProperty()
                                .isEqualTo(home, 1)
                                .and(time.maxProperty().isEqualTo(end, 1)));
        var all = new Node[controls.length + 1];
        System.arraycopy(controls, 0, all, 0, controls.length);
        all[controls.length] = filter;
        panel =
                new ChartPanel(
                        Texts.of("chart.time"), new TimePicture(), background, problems, all);
        panel.legend(
                ChartPanel.entry(Ink.MATCHED, Texts.of("chart.time.p50")),
                ChartPanel.entry(Ink.RIBBON, Texts.of("chart.time.ribbon")),
                ChartPanel.entry(Ink.FIELD, Texts.of("chart.time.p95")),
                ChartPanel.entry(Ink.GRID, Texts.of("chart.time.views")));
    }

    public Region node() {
        return panel;
    }

    public void show(TimeShown newShown) {
        shown = newShown;
        home.set(newShown.begin());
        end.set(newShown.end());
        zoomer.clear();
        time.show(newShown);
        values.show(newShown.metric(), newShown.top());
        layer.show(newShown);
        readout.refresh();
    }

    private void redraw() {
        if (shown != null) {
            layer.redraw();
        }
    }

    /// What is looked at; empty while nothing is shown.
    private Optional<TimeWindow> zoomed() {
        Instant from = Instant.ofEpochSecond((long) Math.floor(time.getMin()));
        Instant to = Instant.ofEpochSecond((long) Math.ceil(time.getMax()));
        return shown != null && from.isBefore(to)
                ? Optional.of(new TimeWindow(from, to))
                : Optional.empty();
    }

    private String words(double seconds) {
        TimeShown now = shown;
        int at = now == null ? -1 : now.at(seconds);
        if (now == null || at < 0) {
            return "";
        }
        TimeBand band = now.bands().get(at);
        String when = Texts.of("chart.time.from", moment(now, band.from()), moment(now, band.to()));
        if (band.views() == 0) {
            return when + "\n" + Texts.of("chart.time.nothing");
        }
        return String.join(
                "\n",
                when,
                Texts.of("chart.time.count", Numbers.count(band.views())),
                percentile(now.metric(), "p95", band.p95()),
                percentile(now.metric(), "p75", band.p75()),
                percentile(now.metric(), "p50", band.p50()),
                percentile(now.metric(), "p25", band.p25()));
    }

    private static String percentile(Metric metric, String name, OptionalDouble value) {
        return name
                + "  "
                + (value.isPresent()
                        ? Numbers.of(metric, value.getAsDouble())
                        : Texts.of("chart.time.few"));
    }

    private static String moment(TimeShown shown, Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.getDefault(Locale.Category.FORMAT))
                .format(moment.atZone(shown.zone()));
    }

    /// The stretches as CSV; numbers as computers write them, whatever the locale.
    static String csv(TimeShown shown) {
        var csv = new StringBuilder("from,to,views,weight,measured,p25,p50,p75,p95\n");
        for (TimeBand band : shown.bands()) {
            csv.append(band.from()).append(',').append(band.to()).append(',');
            csv.append(band.views()).append(',').append(band.weight()).append(',');
            csv.append(band.measured());
            for (OptionalDouble value : List.of(band.p25(), band.p50(), band.p75(), band.p95())) {
                csv.append(',');
                value.ifPresent(known -> csv.append(String.format(Locale.ROOT, "%.4f", known)));
            }
            csv.append('\n');
        }
        return csv.toString();
    }

    private final class TimePicture implements Picture {
        private static final double LEFT = 56;
        private static final double FOOT = 28;

        private final StackPane pane = new StackPane(inks, chart);

        TimePicture() {
            pane.getStyleClass().add("metric-chart");
        }

        @Override
        public Region node() {
            return pane;
        }

        @Override
        public void resetZoom() {
            zoomer.clear();
            if (shown != null) {
                time.home(shown);
            }
        }

        @Override
        public Optional<String> csv() {
            return Optional.ofNullable(shown).map(TimeChart::csv);
        }

        @Override
        public boolean isDrawable() {
            return true;
        }

        @Override
        public Optional<String> svg() {
            TimeShown now = shown;
            return now == null ? Optional.empty() : Optional.of(draw(now));
        }

        private String draw(TimeShown now) {
            double width = chart.getCanvas().getWidth();
            double height = chart.getCanvas().getHeight();
            var pen = new SvgPen(width + LEFT + 16, height + FOOT + 16, inks::paint);
            pen.move(LEFT, 12);
            var plane = new Plane(time, values, width, height);
            values.getTickMarks()
                    .forEach(mark -> {
                        double y = plane.y(mark.getValue());
                        pen.box(Ink.GRID, 0.7, 0, y, width, 1);
                        pen.text(
                                Ink.MUTED,
                                values.getTickMarkLabel(mark.getValue()),
                                -8,
                                y,
                                Pen.Align.RIGHT);
                    });
            time.getTickMarks()
                    .forEach(mark ->
                            pen.text(
                                    Ink.MUTED,
                                    time.getTickMarkLabel(mark.getValue()),
                                    plane.x(mark.getValue()),
                                    height + 16,
                                    Pen.Align.CENTER));
            new TimeDrawings(pen, plane, now).all();
            pen.home();
            return pen.document();
        }
    }
}
