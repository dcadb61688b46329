package dev.parallax.ui.chart;

import dev.parallax.problem.Problem;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.Region;

/// Which share of the users is faster than a value, and where the lab's median stands on that curve
/// with the interval of its place.
public final class EcdfChart {
    /// A little above 1, so that the curve's end and the last label are not cut.
    private static final double TOP = 1.04;

    private final MetricChart chart =
            new MetricChart(
                    List.of(
                            Drawings::bands,
                            Drawings::fieldCurve,
                            Drawings::matchedCurve,
                            Drawings::rug,
                            Drawings::placement),
                    EcdfChart::words);
    private final ChartPanel panel;

    public EcdfChart(Background background, Consumer<? super Problem> problems) {
        panel = new ChartPanel(Texts.of("chart.ecdf"), picture(), background, problems);
    }

    public Region node() {
        return panel;
    }

    public void show(Shown shown) {
        chart.show(shown, TOP);
        panel.legend(shown);
    }

    MetricChart chart() {
        return chart;
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
                return Optional.ofNullable(chart.shown()).map(EcdfChart::csv);
            }
        };
    }

    private static String words(Shown shown, double value) {
        String at = Numbers.of(shown.metric(), value);
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
