package dev.parallax.ui.realusers;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Card;
import dev.parallax.ui.controls.Choices;
import dev.parallax.ui.controls.Columns;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.realusers.RealUserUseCases.Group;
import dev.parallax.ui.realusers.RealUserUseCases.Percentile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;

/// The percentiles of a metric by device, country, browser and so on.
final class BreakdownView extends StackPane {
    private static final List<Integer> PERCENTILES = List.of(50, 75, 90, 95, 99);

    private final BreakdownModel model;

    BreakdownView(BreakdownModel model) {
        this.model = model;
        var columns = new ArrayList<TableColumn<Group, ?>>();
        columns.add(Columns.text(Texts.of("realusers.group"), 180, Group::group));
        columns.add(
                Columns.number(
                        Texts.of("realusers.pageviews"),
                        96,
                        Group::views,
                        row -> Numbers.count(row.views())));
        columns.add(
                Columns.number(
                        Texts.of("realusers.measured"),
                        96,
                        Group::measured,
                        row -> Numbers.count(row.measured())));
        for (int percentile : PERCENTILES) {
            columns.add(
                    Columns.number(
                            "p" + percentile,
                            88,
                            row -> find(row, percentile).flatMap(BreakdownView::known).orElse(-1.0),
                            row -> words(row, percentile)));
        }
        TableView<Group> table =
                Columns.table(Labels.caption(Texts.of("realusers.counting")), columns);
        table.setId("breakdown");
        table.setItems(model.groups());
        ComboBox<Metric> metric =
                Choices.of(
                        Metric.all(),
                        Metric::shortName,
                        one -> Texts.of("compare.metric.name", one.shortName(), one.label()));
        metric.setPrefWidth(104);
        metric.valueProperty().bindBidirectional(model.metric());
        ComboBox<Dimension> by = Choices.of(Dimension.all(), Dimension::label);
        by.valueProperty().bindBidirectional(model.by());
        getChildren()
                .add(
                        new Card(Texts.of("realusers.percentiles"), table)
                                .withActions(metric, Labels.caption(Texts.of("realusers.by")), by)
                                .flush()
                                .growing());
    }

    private String words(Group group, int percentile) {
        return find(group, percentile)
                .map(found ->
                        known(found)
                                .map(value -> Numbers.of(model.metric().get(), value))
                                .orElseGet(() -> Texts.of("realusers.needs", found.needs())))
                .orElse(Numbers.NONE);
    }

    private static Optional<Percentile> find(Group group, int percentile) {
        return group.percentiles().stream()
                .filter(each -> each.percentile() == percentile)
                .findFirst();
    }

    private static Optional<Double> known(Percentile percentile) {
        return percentile.value().isPresent()
                ? Optional.of(percentile.value().getAsDouble())
                : Optional.empty();
    }
}
