package dev.parallax.ui.chart;

import dev.parallax.metric.Metric;
import dev.parallax.problem.Problem;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.Region;

/// How the users' values are spread: all of them as a silhouette, the compared ones over it, the
/// lab runs as ticks with their median, the thresholds as faint areas.
public final class DistributionChart {
    private static final double HEADROOM = 1.25;

    private final MetricChart chart =
            new MetricChart(
                    List.of(
                            Drawings::bands,
                            Drawings::bandNames,
                            Drawings::fieldBars,
                            Drawings::matchedBars,
                            Drawings::rug,
                            Drawings::median),
                    DistributionChart::words);
    private final ChartPanel panel;

    public DistributionChart(Background background, Consumer<? super Problem> problems) {
        panel = new ChartPanel(Texts.of("chart.distribution"), picture(), background, problems);
    }

    public Region node() {
        return panel;
    }

    public void show(Shown shown) {
        double highest =
                Math.max(
                        shown.field().bins().highest(),
                        shown.matched().map(sample -> sample.bins().highest()).orElse(0.0));
        chart.show(shown, highest > 0 ? highest * HEADROOM : 1);
        panel.legend(shown);
    }

    /// Shows both charts over the same values: zooming or pointing in one does so in the other.
    public void linkWith(EcdfChart other) {
        chart.linkWith(other.chart());
    }

    private Picture picture() {
        return new Picture() {
            @Override
            public Region node() {
                return chart;
            }

            @Override
            public void resetZoom() {
                chart.resetZoom();
            }

            @Override
            public Optional<String> csv() {
                return Optional.ofNullable(chart.shown()).map(DistributionChart::csv);
            }
        };
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
        String field = Texts.of("chart.bin.field", Numbers.percent(bins.shares()[bin]));
        return shown.matched()
                .map(sample -> sample.bins())
                .map(matched ->
                        Texts.of("chart.bin.matched", Numbers.percent(matched.shares()[bin])))
                .map(matched -> String.join("\n", range, field, matched))
                .orElse(range + "\n" + field);
    }

    /// The bins as CSV; numbers as computers write them, whatever the locale.
    static String csv(Shown shown) {
        var csv = new StringBuilder("from,to,all_users,compared_users\n");
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
