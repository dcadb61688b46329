package dev.parallax.ui.checks.run;

import dev.parallax.measure.Iteration;
import dev.parallax.measure.PageResult;
import dev.parallax.measure.Run;
import dev.parallax.metric.Metric;
import dev.parallax.statistics.Quantiles;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.controls.Columns;
import dev.parallax.ui.controls.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// The metrics of a run's pages: medians over its iterations, one row a page.
final class PageTable extends GridPane {
    private final boolean empty;

    PageTable(Run run) {
        super(16, 8);
        Map<String, List<PageResult>> byPage = new LinkedHashMap<>();
        for (Iteration iteration : run.iterations()) {
            for (PageResult page : iteration.pages()) {
                byPage.computeIfAbsent(page.page(), _ -> new ArrayList<>()).add(page);
            }
        }
        empty = byPage.isEmpty();
        List<Metric> metrics =
                Metric.all().stream()
                        .filter(metric ->
                                byPage.values().stream()
                                        .flatMap(List::stream)
                                        .anyMatch(each -> each.metrics().containsKey(metric)))
                        .toList();
        var first = new ColumnConstraints();
        first.setHgrow(Priority.ALWAYS);
        getColumnConstraints().add(first);
        for (Metric metric : metrics) {
            var column = new ColumnConstraints();
            column.setHalignment(HPos.RIGHT);
            getColumnConstraints().add(column);
            add(Labels.caption(metric.shortName()), getColumnConstraints().size() - 1, 0);
        }
        byPage.forEach((page, results) -> row(page, results, metrics));
    }

    boolean isEmpty() {
        return empty;
    }

    private void row(String page, List<PageResult> results, List<Metric> metrics) {
        int row = getRowCount();
        add(Labels.body(page), 0, row);
        for (int i = 0; i < metrics.size(); i++) {
            Metric metric = metrics.get(i);
            double median = median(results.stream(), metric);
            Label value = Labels.body(Numbers.of(metric, median));
            value.getStyleClass().add(Columns.tone(metric, median));
            add(value, i + 1, row);
        }
    }

    private static double median(Stream<PageResult> results, Metric metric) {
        double[] values =
                results.filter(result -> result.metrics().containsKey(metric))
                        .mapToDouble(result -> result.metrics().getOrDefault(metric, Double.NaN))
                        .toArray();
        return values.length == 0 ? Double.NaN : Quantiles.median(values);
    }
}
