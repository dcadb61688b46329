package dev.parallax.ui.realusers;

import dev.parallax.metric.Metric;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.RatingShares;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Card;
import dev.parallax.ui.controls.Choices;
import dev.parallax.ui.controls.Columns;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.ShareBar;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// Distributions that somebody else summed up: one row for each site, form factor and period.
final class AggregatesView extends StackPane {
    private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(Metric.LCP);

    AggregatesView(ObservableList<Aggregate> aggregates) {
        var columns = new ArrayList<TableColumn<Aggregate, ?>>();
        columns.add(Columns.text(Texts.of("aggregates.site"), 208, row -> row.key().site()));
        columns.add(Columns.text(Texts.of("aggregates.form"), 96, row -> users(row.key())));
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
                        80,
                        this::p75,
                        row -> Numbers.of(metric.get(), p75(row))));
        columns.add(Columns.node(Texts.of("aggregates.shares"), 220, this::shares));
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

    /// The shares of good, middling and poor: bounds where a bin lies across a limit.
    private Node shares(Aggregate row) {
        Optional<RatingShares> found = shares(row, metric.get());
        if (found.isEmpty()) {
            return Labels.caption(Numbers.NONE);
        }
        RatingShares shares = found.get();
        var bar = new ShareBar();
        bar.setPrefWidth(72);
        bar.show(shares.good().low(), shares.needsImprovement().low(), shares.poor().low());
        Label good = Labels.caption(Texts.of("aggregates.good", words(shares.good())));
        if (!shares.good().isExact() || !shares.poor().isExact()) {
            good.setTooltip(
                    new Tooltip(
                            Texts.of(
                                    "aggregates.unsure",
                                    words(shares.good()),
                                    words(shares.poor()))));
        }
        var cell = new HBox(8, bar, good);
        cell.setAlignment(Pos.CENTER_LEFT);
        return cell;
    }

    static Optional<RatingShares> shares(Aggregate row, Metric of) {
        Aggregate.Binned values = row.metrics().get(of);
        return values == null
                ? Optional.empty()
                : of.thresholds().flatMap(limits -> RatingShares.of(values, limits));
    }

    /// One share, or the two it lies between: `78.0 – 81.2 %`.
    static String words(RatingShares.Bounds share) {
        String high = Numbers.percent(share.high());
        return share.isExact()
                ? high
                : Texts.of("aggregates.between", Numbers.decimal(share.low() * 100, 1), high);
    }

    /// Whose page views they are: the devices, and where and how they were if the source says so.
    static String users(Aggregate.Key key) {
        String users =
                Stream.of(
                                key.formFactor().toLowerCase(Locale.ROOT),
                                key.connection(),
                                key.country())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(", "));
        return users.isEmpty() ? Texts.of("aggregates.all") : users;
    }
}
