package dev.parallax.ui.realusers;

import dev.parallax.metric.Metric;
import dev.parallax.metric.Thresholds;
import dev.parallax.rum.Aggregate;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Card;
import dev.parallax.ui.controls.Choices;
import dev.parallax.ui.controls.Columns;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.ShareBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// Distributions that somebody else summed up: one row for each site, form factor and period.
final class AggregatesView extends StackPane {
    private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(Metric.LCP);

    AggregatesView(ObservableList<Aggregate> aggregates) {
        var columns = new ArrayList<TableColumn<Aggregate, ?>>();
        columns.add(Columns.text(Texts.of("aggregates.site"), 200, row -> row.key().site()));
        columns.add(
                Columns.text(
                        Texts.of("aggregates.form"),
                        88,
                        row ->
                                row.key().formFactor().isEmpty()
                                        ? Texts.of("aggregates.all")
                                        : row.key().formFactor().toLowerCase(Locale.ROOT)));
        columns.add(
                Columns.text(
                        Texts.of("aggregates.period"),
                        184,
                        row ->
                                Texts.of(
                                        "aggregates.days",
                                        row.key().firstDay(),
                                        row.key().lastDay())));
        columns.add(
                Columns.number(
                        Texts.of("realusers.p75.short"),
                        88,
                        this::p75,
                        row -> Numbers.of(metric.get(), p75(row))));
        columns.add(Columns.node(Texts.of("aggregates.shares"), 200, this::shares));
        TableView<Aggregate> table =
                Columns.table(Labels.caption(Texts.of("realusers.counting")), columns);
        table.setId("aggregates");
        table.getStyleClass().add("dense");
        table.setItems(aggregates);
        ComboBox<Metric> choice =
                Choices.of(
                        Metric.all(),
                        Metric::shortName,
                        one -> Texts.of("compare.metric.name", one.shortName(), one.label()));
        choice.setPrefWidth(104);
        choice.valueProperty().bindBidirectional(metric);
        metric.subscribe(_ -> table.refresh());
        getChildren()
                .add(
                        new Card(Texts.of("aggregates.title"), table)
                                .withActions(choice)
                                .flush()
                                .growing());
    }

    private double p75(Aggregate row) {
        Aggregate.Binned values = row.metrics().get(metric.get());
        return values == null ? Double.NaN : values.p75().orElse(Double.NaN);
    }

    /// The shares of good, middling and poor, where the bins end at the limits.
    private Node shares(Aggregate row) {
        Aggregate.Binned values = row.metrics().get(metric.get());
        Thresholds limits = metric.get().thresholds().orElse(null);
        if (values == null || limits == null) {
            return Labels.caption(Numbers.NONE);
        }
        double good = below(values.bins(), limits.good());
        double notPoor = below(values.bins(), limits.poor());
        var bar = new ShareBar();
        bar.setPrefWidth(88);
        bar.show(good, notPoor - good, 1 - notPoor);
        var cell =
                new HBox(
                        8, bar, Labels.caption(Texts.of("aggregates.good", Numbers.percent(good))));
        cell.setAlignment(Pos.CENTER_LEFT);
        return cell;
    }

    private static double below(List<Aggregate.Bin> bins, double limit) {
        return bins.stream()
                .filter(bin -> bin.end().orElse(Double.MAX_VALUE) <= limit)
                .mapToDouble(Aggregate.Bin::share)
                .sum();
    }
}
