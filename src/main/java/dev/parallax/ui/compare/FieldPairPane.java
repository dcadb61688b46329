package dev.parallax.ui.compare;

import dev.parallax.compare.FieldPair;
import dev.parallax.compare.QuantileEstimate;
import dev.parallax.metric.Metric;
import dev.parallax.problem.Problem;
import dev.parallax.ui.chart.DistributionChart;
import dev.parallax.ui.chart.EcdfChart;
import dev.parallax.ui.chart.ShiftChart;
import dev.parallax.ui.chart.ShiftShown;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Card;
import dev.parallax.ui.controls.Columns;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.StatTile;
import dev.parallax.ui.controls.VerdictBand;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Two parts of the users: the question, the verdict, the numbers behind it, both distributions
/// over each other, the difference along them, and percentiles and shares in a table.
final class FieldPairPane extends VBox {
    private static final double ROW_HEIGHT = 36;
    private static final double HEAD_HEIGHT = 40;
    private static final int DECIDING = 75;

    private final VerdictBand band = new VerdictBand();
    private final StatTile before = new StatTile("");
    private final StatTile after = new StatTile("");
    private final StatTile difference =
            new StatTile(Texts.of("pair.difference"))
                    .explained(Texts.of("pair.difference.explain"));
    private final StatTile poor = new StatTile(Texts.of("pair.poor"));
    private final StatTile distance =
            new StatTile(Texts.of("pair.distance")).explained(Texts.of("pair.distance.explain"));
    private final HBox tiles = PairCharts.row(16, before, after, difference, poor, distance);
    private final PairCharts charts;
    private final ShiftChart shift;
    private final ObservableList<PairRow> rows = FXCollections.observableArrayList();
    private final HBox details;

    /// @param now what time it is
    FieldPairPane(
            FieldPairModel model,
            Supplier<Instant> now,
            Background background,
            Consumer<? super Problem> problems) {
        super(12);
        setId("field-pair");
        charts =
                new PairCharts(
                        new DistributionChart(background, problems),
                        new EcdfChart(background, problems));
        shift = new ShiftChart(background, problems, ShiftShown.Sides.AFTER_AND_BEFORE);
        details =
                PairCharts.row(
                        16, shift.node(), new Card(Texts.of("pair.quantiles"), table()).flush());
        getChildren().addAll(new FieldPairBar(model, now), band, tiles, charts, details);
        PairCharts.hide(band, tiles, charts, details);
        model.pair().subscribe(found -> found.ifPresent(this::show));
        model.trouble().subscribe(found -> found.ifPresent(this::show));
    }

    private void show(Problem problem) {
        PairCharts.hide(tiles, charts, details);
        PairCharts.show(band);
        band.show(
                Feather.INFO,
                "neutral",
                Texts.of("compare.noanswer"),
                Texts.sentence(problem.what() + ": " + problem.why()),
                Texts.sentence(problem.next()));
    }

    private void show(FieldPair pair) {
        Metric metric = pair.metric();
        PairCharts.show(band, tiles, details);
        VerdictLook look = PairLook.of(pair.verdict());
        band.show(look.icon(), look.tone(), look.word(), pair.sentence(), pair.next());
        side(before, metric, pair.before());
        side(after, metric, pair.after());
        Optional<FieldPair.AtPercentile> p75 = pair.at(DECIDING);
        difference
                .value()
                .set(
                        p75.map(at -> PairNumbers.signed(metric, at.difference().value()))
                                .orElse(Numbers.NONE));
        difference
                .detail()
                .set(
                        p75.map(at -> PairNumbers.interval(metric, at.difference().interval()))
                                .orElse(""));
        Optional<FieldPair.InClass> share = pair.of(FieldPair.Share.POOR);
        poor.value()
                .set(
                        share.map(found ->
                                        Texts.of(
                                                "pair.poor.points",
                                                PairNumbers.points(found.difference().value())))
                                .orElse(Numbers.NONE));
        poor.detail()
                .set(
                        share.map(found ->
                                        Texts.of(
                                                "pair.range",
                                                Numbers.percent(found.before()),
                                                Numbers.percent(found.after())))
                                .orElseGet(() -> Texts.of("shares.none")));
        distance.value()
                .set(
                        pair.distance()
                                .map(found -> Numbers.of(metric, found.wasserstein()))
                                .orElse(Numbers.NONE));
        distance.detail()
                .set(
                        pair.distance()
                                .map(found ->
                                        Texts.of(
                                                "pair.distance.gap",
                                                Numbers.percent(found.kolmogorovSmirnov()),
                                                Numbers.of(metric, found.at())))
                                .orElse(""));
        charts.show(PairDrawing.of(pair));
        shift.show(new ShiftShown(metric, pair.deciles(), ShiftShown.Sides.AFTER_AND_BEFORE));
        rows.setAll(PairRow.of(pair));
    }

    private static void side(StatTile tile, Metric metric, FieldPair.Side side) {
        tile.caption().set(Texts.of("pair.p75", side.name()));
        tile.value()
                .set(
                        side.quantiles().stream()
                                .filter(found -> found.percentile() == DECIDING)
                                .filter(QuantileEstimate.Known.class::isInstance)
                                .map(QuantileEstimate.Known.class::cast)
                                .findFirst()
                                .map(found -> Numbers.of(metric, found.value()))
                                .orElse(Numbers.NONE));
        tile.detail().set(Texts.of("pair.views", Numbers.count(side.measured())));
    }

    private TableView<PairRow> table() {
        TableView<PairRow> view =
                Columns.table(
                        Labels.caption(""),
                        List.of(
                                Columns.text(Texts.of("pair.column.what"), 144, PairRow::name),
                                number(Texts.of("pair.before"), 72, PairRow::before),
                                number(Texts.of("pair.after"), 72, PairRow::after),
                                number(
                                        Texts.of("pair.column.difference"),
                                        104,
                                        PairRow::difference),
                                number(Texts.of("pair.column.interval"), 172, PairRow::interval)));
        view.setItems(rows);
        view.setId("field-pair-rows");
        PairCharts.fitRows(view, rows, HEAD_HEIGHT, ROW_HEIGHT);
        return view;
    }

    private static TableColumn<PairRow, String> number(
            String title, double width, Function<PairRow, String> words) {
        TableColumn<PairRow, String> column = Columns.text(title, width, words);
        column.getStyleClass().add("number-column");
        column.setSortable(false);
        return column;
    }
}
