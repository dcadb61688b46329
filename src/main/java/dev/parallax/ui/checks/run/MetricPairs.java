package dev.parallax.ui.checks.run;

import dev.parallax.measure.PageResult;
import dev.parallax.measure.Run;
import dev.parallax.metric.Metric;
import dev.parallax.statistics.Quantiles;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Labels;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// The medians of two runs side by side, a row for each page and metric that both have.
final class MetricPairs extends GridPane {
    private static final double NUMBER_WIDTH = 96;

    MetricPairs(Run here, Run there) {
        super(16, 8);
        var page = new ColumnConstraints();
        page.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(page, new ColumnConstraints(56));
        for (int i = 0; i < 3; i++) {
            var number = new ColumnConstraints(NUMBER_WIDTH);
            number.setHalignment(HPos.RIGHT);
            getColumnConstraints().add(number);
        }
        add(Labels.caption(Texts.of("run.beside.thisrun")), 2, 0);
        add(Labels.caption(Texts.of("run.beside.otherrun")), 3, 0);
        add(Labels.caption(Texts.of("run.beside.difference")), 4, 0);
        List<String> pages =
                here.iterations().stream()
                        .flatMap(each -> each.pages().stream())
                        .map(PageResult::page)
                        .distinct()
                        .toList();
        for (String name : pages) {
            String shown = name;
            for (Metric metric : Metric.all()) {
                double mine = median(here, name, metric);
                double other = median(there, name, metric);
                if (!Double.isNaN(mine) && !Double.isNaN(other)) {
                    row(shown, metric, mine, other);
                    // once for all of its metrics
                    shown = "";
                }
            }
        }
    }

    private void row(String page, Metric metric, double here, double there) {
        int row = getRowCount();
        add(Labels.body(page), 0, row);
        add(Labels.caption(metric.shortName()), 1, row);
        add(number(Numbers.of(metric, here)), 2, row);
        add(number(Numbers.of(metric, there)), 3, row);
        add(number(difference(metric, here, there)), 4, row);
    }

    /// How much more this run has than the other one.
    private static String difference(Metric metric, double here, double there) {
        double difference = here - there;
        String amount = Numbers.of(metric, Math.abs(difference));
        if (difference == 0) {
            return amount;
        }
        return (difference > 0 ? "+" : "−") + amount;
    }

    private static Label number(String text) {
        Label label = Labels.body(text);
        label.getStyleClass().add("number");
        return label;
    }

    private static double median(Run run, String page, Metric metric) {
        double[] values =
                run.iterations().stream()
                        .flatMap(each -> each.pages().stream())
                        .filter(result -> result.page().equals(page))
                        .mapToDouble(result -> result.metrics().getOrDefault(metric, Double.NaN))
                        .filter(value -> !Double.isNaN(value))
                        .toArray();
        return values.length == 0 ? Double.NaN : Quantiles.median(values);
    }
}
