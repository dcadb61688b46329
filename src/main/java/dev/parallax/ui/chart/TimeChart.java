package dev.parallax.ui.chart;

import dev.parallax.metric.Metric;
import dev.parallax.problem.Problem;
import dev.parallax.rum.TimeBand;
import dev.parallax.rum.TimeWindow;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// A metric along time: a ribbon from p25 to p75, lines of p50 and p95, the page views at the foot,
/// and time without data left empty. Drag to zoom, press the other button to go back.
public final class TimeChart {
    private final TimeAxis time = new TimeAxis();
    private final ValueAxis values = new ValueAxis();
    private final Plot<TimeShown> plot =
            new Plot<>(
                    Texts.of("chart.time"),
                    time,
                    values,
                    (pen, plane, shown) -> new TimeDrawings(pen, plane, shown).all(),
                    this::words,
                    this::home);
    private final ObjectProperty<Optional<TimeWindow>> brush =
            new SimpleObjectProperty<>(Optional.empty());
    private final ChartPanel panel;

    /// @param choose gets the stretch of time that is picked
    /// @param controls stand left of the buttons
    public TimeChart(
            Background background,
            Consumer<? super Problem> problems,
            Consumer<TimeWindow> choose,
            Node... controls) {
        var filter =
                Buttons.icon(
                        Texts.of("chart.time.choose"),
                        Feather.FILTER,
                        () -> brush.get().ifPresent(choose));
        filter.disableProperty().bind(brush.map(Optional::isEmpty));
        List<Node> all = new ArrayList<>(List.of(controls));
        all.add(filter);
        all.add(Buttons.icon(Texts.of("chart.zoom"), Feather.ZOOM_IN, plot::zoomToBrush));
        panel =
                new ChartPanel(
                        Texts.of("chart.time"),
                        new PlotPicture<>(plot, TimeShown::legend, TimeChart::csv),
                        background,
                        problems,
                        all.toArray(Node[]::new));
        panel.legend(TimeShown.legend(Optional.empty()));
        plot.span().subscribe(span -> brush.set(span.flatMap(TimeChart::window)));
        brush.subscribe(window -> plot.span().set(window.map(TimeChart::span)));
    }

    /// Whole milliseconds; empty if the span has none.
    private static Optional<TimeWindow> window(Span span) {
        Instant from = Instant.ofEpochMilli(Math.round(span.low() * 1e3));
        Instant to = Instant.ofEpochMilli(Math.round(span.high() * 1e3));
        return from.isBefore(to) ? Optional.of(new TimeWindow(from, to)) : Optional.empty();
    }

    private static Span span(TimeWindow window) {
        return new Span(window.from().toEpochMilli() / 1e3, window.to().toEpochMilli() / 1e3);
    }

    public Region node() {
        return panel;
    }

    /// The stretch of time that is picked.
    public ObjectProperty<Optional<TimeWindow>> brush() {
        return brush;
    }

    public void show(TimeShown newShown) {
        TimeShown before = plot.shown();
        boolean moved = before == null || !before.window().equals(newShown.window());
        panel.legend(newShown.legend());
        time.show(newShown);
        if (moved) {
            plot.forgetZoom();
            time.home(newShown);
        }
        values.show(newShown.metric(), newShown.top());
        plot.show(newShown);
    }

    private void home() {
        TimeShown now = plot.shown();
        if (now != null) {
            time.home(now);
        }
    }

    private String words(double seconds) {
        TimeShown now = plot.shown();
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
                        percentile(now.metric(), "p25", band.p25()))
                + lab(now, band)
                + notes(now, band);
    }

    private static String lab(TimeShown shown, TimeBand band) {
        double[] runs = shown.labWithin(band);
        return runs.length == 0
                ? ""
                : "\n"
                        + Texts.of(
                                "chart.time.lab",
                                runs.length,
                                Numbers.of(shown.metric(), LabRuns.of(runs).median()));
    }

    private static String notes(TimeShown shown, TimeBand band) {
        return shown.notes().stream()
                .filter(note -> !note.at().isBefore(band.from()) && note.at().isBefore(band.to()))
                .map(note -> "\n" + note.text())
                .collect(Collectors.joining());
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
}
