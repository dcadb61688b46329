package dev.parallax.ui.chart;

import dev.parallax.problem.Problem;
import dev.parallax.rum.ValueRange;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.layout.Region;

/// Which share of the users is faster than a value, and where the lab's median stands on that curve
/// with the interval of its place.
public final class EcdfChart {
    /// A little above 1, so that the curve's end and the last label are not cut.
    private static final double TOP = 1.04;

    private final MetricChart chart =
            new MetricChart(Texts.of("chart.ecdf"), EcdfChart::draw, EcdfChart::words);
    private final ChartPanel panel;

    public EcdfChart(Background background, Consumer<? super Problem> problems) {
        panel =
                new ChartPanel(
                        Texts.of("chart.ecdf"),
                        new PlotPicture<>(chart.plot(), Shown::legend, EcdfChart::csv),
                        background,
                        problems);
    }

    public Region node() {
        return panel;
    }

    /// The values that are picked; shared with the charts it is linked with.
    public ObjectProperty<Optional<ValueRange>> brush() {
        return chart.brush();
    }

    public void show(Shown shown) {
        chart.show(shown, TOP);
        panel.legend(shown.legend());
    }

    MetricChart chart() {
        return chart;
    }

    private static void draw(Pen pen, Plane plane, Shown shown) {
        var drawings = new Drawings(pen, plane, shown);
        drawings.bands();
        drawings.curves();
        drawings.rug();
        drawings.placement();
    }

    private static String words(Shown shown, double value) {
        String at = Numbers.of(shown.metric(), value);
        if (shown.names().isPresent()) {
            Shown.Names names = shown.names().get();
            return String.join(
                    "\n",
                    at,
                    DistributionChart.named(names.first(), shown.field().steps().shareUpTo(value)),
                    DistributionChart.named(
                            names.second(), shown.compared().steps().shareUpTo(value)));
        }
        String field =
                Texts.of(
                        "chart.faster.field",
                        Numbers.percent(shown.field().steps().shareUpTo(value)));
        return shown.matched()
                .map(sample -> Numbers.percent(sample.steps().shareUpTo(value)))
                .map(share -> Texts.of("chart.faster.matched", share))
                .map(matched -> String.join("\n", at, field, matched))
                .orElse(at + "\n" + field);
    }

    /// The curve of the compared users as CSV; numbers as computers write them, whatever the
    /// locale.
    static String csv(Shown shown) {
        var csv = new StringBuilder("value,share_not_above\n");
        Steps steps = shown.compared().steps();
        for (int step = 0; step < steps.values().length; step++) {
            csv.append(
                    String.format(
                            Locale.ROOT,
                            "%.4f,%.8f\n",
                            steps.values()[step],
                            steps.shares()[step]));
        }
        return csv.toString();
    }
}
