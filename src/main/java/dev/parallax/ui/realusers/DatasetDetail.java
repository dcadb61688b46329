package dev.parallax.ui.realusers;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Dataset;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import dev.parallax.ui.controls.Card;
import dev.parallax.ui.controls.Choices;
import dev.parallax.ui.controls.Columns;
import dev.parallax.ui.controls.FormDialog;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.StatTile;
import dev.parallax.ui.realusers.RealUserUseCases.Group;
import dev.parallax.ui.realusers.RealUserUseCases.Page;
import dev.parallax.ui.realusers.RealUserUseCases.Percentile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One data set: what it holds, its pages, and its percentiles by segment.
final class DatasetDetail extends VBox {
    private static final List<Metric> PAGE_METRICS =
            List.of(Metric.TTFB, Metric.FCP, Metric.LCP, Metric.INP, Metric.CLS);
    private static final List<Integer> PERCENTILES = List.of(50, 75, 90, 95, 99);

    private final RealUsersModel model;
    private final StatTile views = new StatTile(Texts.of("realusers.tile.views"));
    private final StatTile period = new StatTile(Texts.of("realusers.tile.period"));
    private final StatTile source = new StatTile(Texts.of("realusers.tile.source"));

    DatasetDetail(RealUsersModel model) {
        this.model = model;
        var tiles = new HBox(16, views, period, source);
        for (var tile : tiles.getChildren()) {
            HBox.setHgrow(tile, Priority.ALWAYS);
            ((Region) tile).setPrefWidth(0);
        }
        tiles.setMinHeight(USE_PREF_SIZE);
        Region pages = pages();
        Region percentiles = percentiles();
        VBox.setVgrow(pages, Priority.ALWAYS);
        VBox.setVgrow(percentiles, Priority.ALWAYS);
        setSpacing(16);
        getChildren().addAll(tiles, pages, percentiles);
        model.selected().subscribe(this::show);
    }

    private void show(@Nullable Dataset dataset) {
        setVisible(dataset != null);
        if (dataset == null) {
            return;
        }
        views.value().set(Numbers.count(dataset.pageViews()));
        views.detail()
                .set(
                        dataset.isWeighted()
                                ? Texts.of(
                                        "realusers.weighted",
                                        Numbers.count(Math.round(dataset.weight())))
                                : Texts.of("realusers.unweighted"));
        var first = dataset.first();
        var last = dataset.last();
        if (first == null || last == null) {
            period.value().set(Numbers.NONE);
            period.detail().set(Texts.of("realusers.notime"));
        } else {
            period.value().set(Numbers.days(first, last));
            period.detail()
                    .set(Texts.of("realusers.period", Numbers.day(first), Numbers.day(last)));
        }
        source.value().set(dataset.provenance().format());
        source.detail()
                .set(
                        Texts.of(
                                "realusers.metrics",
                                dataset.provenance().metrics().size(),
                                Metric.all().size()));
        source.explained(
                Metric.all().stream()
                        .filter(dataset.provenance().metrics()::containsKey)
                        .map(Metric::label)
                        .collect(Collectors.joining("\n")));
    }

    private Region pages() {
        var columns = new ArrayList<TableColumn<Page, ?>>();
        columns.add(Columns.text(Texts.of("realusers.page"), 160, row -> row.page().path()));
        columns.add(
                Columns.number(
                        Texts.of("realusers.pageviews"),
                        96,
                        Page::views,
                        row -> Numbers.count(row.views())));
        columns.add(
                Columns.number(
                        Texts.of("realusers.share"),
                        84,
                        Page::share,
                        row -> Numbers.percent(row.share())));
        for (Metric metric : PAGE_METRICS) {
            columns.add(
                    Columns.rated(
                            Texts.of("realusers.p75", metric.shortName()),
                            100,
                            metric,
                            row -> row.p75().getOrDefault(metric, Double.NaN)));
        }
        TableView<Page> table =
                Columns.table(Labels.caption(Texts.of("realusers.counting")), columns);
        table.setId("pages");
        table.setItems(model.pages());
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> model.page().set(Optional.ofNullable(row).map(Page::page)));
        Button delete =
                Buttons.icon(Texts.of("realusers.delete"), Feather.TRASH_2, this::confirmDelete);
        return new Card(Texts.of("realusers.pages"), table)
                .withActions(Labels.caption(Texts.of("realusers.pages.hint")), delete)
                .flush()
                .growing();
    }

    private void confirmDelete() {
        Dataset dataset = model.selected().get();
        if (dataset != null) {
            new FormDialog(
                            this,
                            Texts.of("realusers.delete.title", dataset.name()),
                            Texts.of("realusers.delete.confirm"))
                    .explain(
                            Texts.of(
                                    "realusers.delete.explain", Numbers.count(dataset.pageViews())))
                    .show(model::delete);
        }
    }

    private Region percentiles() {
        var columns = new ArrayList<TableColumn<Group, ?>>();
        columns.add(Columns.text(Texts.of("realusers.group"), 180, Group::group));
        columns.add(
                Columns.number(
                        Texts.of("realusers.pageviews"),
                        96,
                        Group::views,
                        row -> Numbers.count(row.views())));
        for (int percentile : PERCENTILES) {
            columns.add(
                    Columns.number(
                            "p" + percentile,
                            100,
                            row -> value(row, percentile),
                            row -> words(row, percentile)));
        }
        TableView<Group> table =
                Columns.table(Labels.caption(Texts.of("realusers.counting")), columns);
        table.setItems(model.groups());
        ComboBox<Metric> metric = Choices.of(Metric.all(), Metric::shortName);
        metric.valueProperty().bindBidirectional(model.metric());
        ComboBox<Dimension> by = Choices.of(Dimension.all(), Dimension::label);
        by.valueProperty().bindBidirectional(model.by());
        var card =
                new Card(Texts.of("realusers.percentiles"), table)
                        .withActions(metric, Labels.caption(Texts.of("realusers.by")), by)
                        .flush()
                        .growing();
        model.page()
                .subscribe(page ->
                        card.heading()
                                .setText(
                                        page.map(one ->
                                                        Texts.of(
                                                                "realusers.percentiles.of",
                                                                one.path()))
                                                .orElseGet(
                                                        () -> Texts.of("realusers.percentiles"))));
        return card;
    }

    private static double value(Group group, int percentile) {
        return find(group, percentile).flatMap(DatasetDetail::known).orElse(Double.NaN);
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
