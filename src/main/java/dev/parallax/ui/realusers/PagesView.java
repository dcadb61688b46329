package dev.parallax.ui.realusers;

import dev.parallax.metric.Metric;
import dev.parallax.metric.Unit;
import dev.parallax.service.PageCoverage;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.Card;
import dev.parallax.ui.controls.Choices;
import dev.parallax.ui.controls.Columns;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.realusers.RealUserUseCases.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The pages of the page views on show: how often, how fast, and where most time is lost.
final class PagesView extends VBox {
    private static final List<Metric> METRICS =
            List.of(Metric.TTFB, Metric.FCP, Metric.LCP, Metric.INP, Metric.CLS);

    private final PagesModel model;
    private final SegmentModel segment;
    private final TableView<Page> table;

    /// @param rules opens the rules for pages
    PagesView(PagesModel model, SegmentModel segment, Runnable rules) {
        this.model = model;
        this.segment = segment;
        table = Columns.table(Labels.caption(Texts.of("realusers.counting")), columns());
        table.setId("pages");
        table.getStyleClass().add("dense");
        table.setItems(model.pages());
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                filter(table.getSelectionModel().getSelectedItem());
                event.consume();
            }
        });
        table.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                filter(table.getSelectionModel().getSelectedItem());
            }
        });
        model.busy()
                .subscribe(busy ->
                        table.setPlaceholder(
                                Labels.caption(
                                        busy
                                                ? Texts.of("realusers.wait")
                                                : Texts.of("realusers.counting"))));
        ComboBox<Metric> metric =
                Choices.of(
                        METRICS.stream().filter(one -> one.unit() == Unit.MILLISECONDS).toList(),
                        Metric::shortName,
                        one -> Texts.of("compare.metric.name", one.shortName(), one.label()));
        metric.setPrefWidth(104);
        metric.valueProperty().bindBidirectional(model.metric());
        var card =
                new Card(Texts.of("realusers.pages"), table)
                        .withActions(
                                Labels.caption(Texts.of("realusers.p75")),
                                Labels.caption(Texts.of("realusers.poor.by")),
                                metric,
                                Buttons.plain(Texts.of("rules.open"), Feather.SLIDERS, rules))
                        .flush()
                        .growing();
        Label coverage = Labels.paragraph("");
        coverage.setId("coverage");
        coverage.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> words(model.coverage()), model.pages(), model.metric()));
        coverage.visibleProperty().bind(Bindings.isEmpty(model.pages()).not());
        coverage.managedProperty().bind(coverage.visibleProperty());
        VBox.setVgrow(card, Priority.ALWAYS);
        setSpacing(8);
        getChildren().addAll(coverage, card);
        model.metric().subscribe(_ -> table.refresh());
    }

    private List<TableColumn<Page, ?>> columns() {
        var columns = new ArrayList<TableColumn<Page, ?>>();
        columns.add(Columns.path(Texts.of("realusers.page"), 104, row -> row.page().path()));
        columns.add(
                Columns.number(
                        Texts.of("realusers.pageviews"),
                        76,
                        Page::views,
                        row -> Numbers.count(row.views())));
        for (Metric metric : METRICS) {
            columns.add(
                    Columns.rated(
                            metric.shortName(),
                            60,
                            metric,
                            row -> row.p75().getOrDefault(metric, Double.NaN)));
        }
        columns.add(
                Columns.number(
                        Texts.of("realusers.poor.views"),
                        96,
                        this::poor,
                        row -> Numbers.count(Math.round(poor(row)))));
        columns.add(
                Columns.number(
                        Texts.of("realusers.poor.minutes"),
                        80,
                        this::minutes,
                        row -> Numbers.decimal(minutes(row), minutes(row) < 10 ? 1 : 0)));
        columns.add(
                Columns.text(
                        Texts.of("realusers.covered"),
                        120,
                        row ->
                                row.coveredBy().isEmpty()
                                        ? Numbers.NONE
                                        : String.join(", ", row.coveredBy())));
        columns.add(Columns.node("", 72, this::actions));
        // the numbers need no more than this; the paths take what is left
        columns.stream().skip(1).forEach(column -> column.setMaxWidth(column.getPrefWidth()));
        return columns;
    }

    private Node actions(Page row) {
        var actions =
                new HBox(
                        Buttons.icon(
                                Texts.of("realusers.onlypage", row.page().path()),
                                Feather.FILTER,
                                () -> filter(row)));
        actions.setAlignment(Pos.CENTER_LEFT);
        if (row.coveredBy().isEmpty()) {
            actions.getChildren()
                    .add(
                            Buttons.icon(
                                    Texts.of("realusers.record", row.page().path()),
                                    Feather.CIRCLE,
                                    () -> model.record(row.page())));
        }
        return actions;
    }

    /// How much of the site the journeys cover, in a sentence.
    static String words(PageCoverage coverage) {
        return Double.isNaN(coverage.minutesShare())
                ? Texts.of("realusers.coverage", coverage.covered(), coverage.pages())
                : Texts.of(
                        "realusers.coverage.minutes",
                        coverage.covered(),
                        coverage.pages(),
                        Numbers.percent(coverage.minutesShare()));
    }

    private double poor(Page page) {
        return page.poorViews().getOrDefault(model.metric().get(), 0.0);
    }

    private double minutes(Page page) {
        return page.poorMinutes().getOrDefault(model.metric().get(), 0.0);
    }

    private void filter(@Nullable Page page) {
        if (page != null) {
            segment.page(Optional.of(page.page()));
        }
    }
}
