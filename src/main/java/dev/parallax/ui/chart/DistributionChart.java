package dev.parallax.ui.chart;

import dev.parallax.metric.Metric;
import dev.parallax.problem.Problem;
import dev.parallax.rum.ValueRange;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.SegmentedControl;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// How the users' values are spread: all of them as a silhouette, the compared ones over it, the
/// lab runs as ticks with their median, the thresholds as faint areas.
public final class DistributionChart {
    private static final double HEADROOM = 1.25;

    /// How the users are drawn.
    private enum Form {
        BARS,
        DENSITY
    }

    private final ObjectProperty<Form> form = new SimpleObjectProperty<>(Form.BARS);
    private final MetricChart chart =
            new MetricChart(Texts.of("chart.distribution"), this::draw, DistributionChart::words);
    private final ChartPanel panel;

    public DistributionChart(Background background, Consumer<? super Problem> problems) {
        var forms = new SegmentedControl<>(List.of(Form.values()), DistributionChart::words);
        forms.value().bindBidirectional(form);
        panel =
                new ChartPanel(
                        Texts.of("chart.distribution"),
                        new PlotPicture<>(chart.plot(), Shown::legend, DistributionChart::csv),
                        background,
                        problems,
                        forms,
                        Buttons.icon(
                                Texts.of("chart.zoom"),
                                Feather.ZOOM_IN,
                                chart.plot()::zoomToBrush));
        form.subscribe((_, _) -> {
            Shown now = chart.shown();
            if (now != null) {
                show(now);
            }
        });
    }

    public Region node() {
        return panel;
    }

    /// The values that are picked; shared with the charts it is linked with.
    public ObjectProperty<Optional<ValueRange>> brush() {
        return chart.brush();
    }

    public void show(Shown shown) {
        double highest = Math.max(highest(shown.field(), shown), highest(shown.compared(), shown));
        chart.show(shown, highest > 0 ? highest * HEADROOM : 1);
        panel.legend(shown.legend());
    }

    private double highest(Shown.Sample sample, Shown shown) {
        return form.get() == Form.BARS
                ? sample.bins().highest()
                : Density.of(sample, shown.scale()).highest();
    }

    private void draw(Pen pen, Plane plane, Shown shown) {
        var drawings = new Drawings(pen, plane, shown);
        drawings.bands();
        drawings.bandNames();
        if (form.get() == Form.BARS) {
            drawings.bars();
        } else {
            drawings.densities();
        }
        drawings.rug();
        drawings.median();
    }

    private static String words(Form form) {
        return switch (form) {
            case BARS -> Texts.of("chart.bars");
            case DENSITY -> Texts.of("chart.density");
        };
    }

    /// Shows both charts over the same values: zooming, pointing or picking in one does so in the
    /// other.
    public void linkWith(EcdfChart other) {
        chart.linkWith(other.chart());
    }

    private static String words(Shown shown, double value) {
        Bins bins = shown.field().bins();
        int bin = bins.binOf(value);
        if (bin < 0) {
            return "";
        }
        Metric metric = shown.metric();
        String range =
                Texts.of(
                        "chart.range",
                        Numbers.plain(metric, bins.edges()[bin]),
                        Numbers.of(metric, bins.edges()[bin + 1]));
        if (shown.names().isPresent()) {
            Shown.Names names = shown.names().get();
            return String.join(
                    "\n",
                    range,
                    named(names.first(), bins.shares()[bin]),
                    named(names.second(), shown.compared().bins().shares()[bin]));
        }
        String field = Texts.of("chart.bin.field", Numbers.percent(bins.shares()[bin]));
        return shown.matched()
                .map(sample -> sample.bins())
                .map(matched ->
                        Texts.of("chart.bin.matched", Numbers.percent(matched.shares()[bin])))
                .map(matched -> String.join("\n", range, field, matched))
                .orElse(range + "\n" + field);
    }

    static String named(String name, double share) {
        return Texts.of("chart.named", name, Numbers.percent(share));
    }

    /// The bins as CSV; numbers as computers write them, whatever the locale.
    static String csv(Shown shown) {
        var csv =
                new StringBuilder(
                        shown.names().isPresent()
                                ? "from,to,before,after\n"
                                : "from,to,all_users,compared_users\n");
        Bins all = shown.field().bins();
        Bins compared = shown.compared().bins();
        for (int bin = 0; bin < all.shares().length; bin++) {
            csv.append(
                    String.format(
                            Locale.ROOT,
                            "%.4f,%.4f,%.8f,%.8f\n",
                            all.edges()[bin],
                            all.edges()[bin + 1],
                            all.shares()[bin],
                            compared.shares()[bin]));
        }
        return csv.toString();
    }
}
