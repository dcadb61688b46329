package dev.parallax.ui.compare;

import dev.parallax.compare.LabPair;
import dev.parallax.metric.Metric;
import dev.parallax.problem.Problem;
import dev.parallax.statistics.CliffsDelta;
import dev.parallax.ui.chart.DistributionChart;
import dev.parallax.ui.chart.EcdfChart;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Card;
import dev.parallax.ui.controls.Columns;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.StatTile;
import dev.parallax.ui.controls.VerdictBand;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Two sets of runs: the question, the verdict, the numbers behind it, both distributions over each
/// other, and every metric in a table.
final class LabPairPane extends VBox {
    private static final double ROW_HEIGHT = 36;
    private static final double HEAD_HEIGHT = 40;
    private static final double INTERVAL_WIDTH = 168;

    private final VerdictBand band = new VerdictBand();
    private final StatTile before = new StatTile("");
    private final StatTile after = new StatTile("");
    private final StatTile shift =
            new StatTile(Texts.of("pair.shift")).explained(Texts.of("pair.shift.explain"));
    private final StatTile delta =
            new StatTile(Texts.of("pair.delta")).explained(Texts.of("pair.delta.explain"));
    private final StatTile noise =
            new StatTile(Texts.of("pair.noise")).explained(Texts.of("pair.noise.explain"));
    private final HBox tiles = PairCharts.row(16, before, after, shift, delta, noise);
    private final PairCharts charts;
    private final ObservableList<LabPair.InMetric> metrics = FXCollections.observableArrayList();
    private final Card table = new Card(Texts.of("pair.metrics"), table()).flush();

    LabPairPane(LabPairModel model, Background background, Consumer<? super Problem> problems) {
        super(12);
        setId("lab-pair");
        charts =
                new PairCharts(
                        new DistributionChart(background, problems),
                        new EcdfChart(background, problems));
        getChildren().addAll(new LabPairBar(model), band, tiles, charts, table);
        PairCharts.hide(band, tiles, charts, table);
        model.pair().subscribe(found -> found.ifPresent(this::show));
        model.trouble().subscribe(found -> found.ifPresent(this::show));
    }

    private void show(Problem problem) {
        PairCharts.hide(tiles, charts, table);
        PairCharts.show(band);
        band.show(
                Feather.INFO,
                "neutral",
                Texts.of("compare.noanswer"),
                Texts.sentence(problem.what() + ": " + problem.why()),
                Texts.sentence(problem.next()));
    }

    private void show(LabPair pair) {
        LabPair.InMetric first = pair.first();
        Metric metric = first.metric();
        PairCharts.show(band, tiles, table);
        VerdictLook look = PairLook.of(first.verdict(), metric);
        band.show(look.icon(), look.tone(), look.word(), first.sentence(), first.next());
        side(before, metric, pair.before(), first, LabPair.Measured::before);
        before.detail().set(Texts.of("pair.runs", first.before().values().size()));
        side(after, metric, pair.after(), first, LabPair.Measured::after);
        after.detail().set(Texts.of("pair.runs", first.after().values().size()));
        Optional<LabPair.Measured> found = first.measured();
        shift.value()
                .set(
                        found.map(known -> PairNumbers.signed(metric, known.shift().shift()))
                                .orElse(Numbers.NONE));
        shift.detail()
                .set(
                        found.map(known -> PairNumbers.interval(metric, known.shift().interval()))
                                .orElseGet(() -> Texts.of("pair.toofew")));
        delta.value().set(found.map(known -> words(known.delta())).orElse(Numbers.NONE));
        delta.detail().set(found.map(known -> known.delta().size().word()).orElse(""));
        noise.value()
                .set(
                        first.noiseFloor().isPresent()
                                ? Numbers.of(metric, first.noiseFloor().getAsDouble())
                                : Numbers.NONE);
        noise.detail()
                .set(
                        first.noiseFloor().isPresent()
                                ? Texts.of(
                                        "pair.noise.smallest", Numbers.of(metric, first.smallest()))
                                : Texts.of("pair.noise.unknown"));
        charts.show(PairDrawing.of(pair, first));
        metrics.setAll(
                pair.differences().stream()
                        .filter(each ->
                                !each.before().values().isEmpty()
                                        || !each.after().values().isEmpty())
                        .toList());
    }

    private static void side(
            StatTile tile,
            Metric metric,
            String name,
            LabPair.InMetric found,
            Function<LabPair.Measured, Double> median) {
        tile.caption().set(Texts.of("pair.median", name));
        tile.value()
                .set(
                        found.measured()
                                .map(median)
                                .map(value -> Numbers.of(metric, value))
                                .orElse(Numbers.NONE));
    }

    private TableView<LabPair.InMetric> table() {
        TableView<LabPair.InMetric> view =
                Columns.table(
                        Labels.caption(""),
                        List.of(
                                Columns.text(
                                        Texts.of("pair.column.metric"),
                                        80,
                                        row -> row.metric().shortName()),
                                number(
                                        Texts.of("pair.before"),
                                        (row, known) -> Numbers.of(row.metric(), known.before())),
                                number(
                                        Texts.of("pair.after"),
                                        (row, known) -> Numbers.of(row.metric(), known.after())),
                                number(
                                        Texts.of("pair.column.shift"),
                                        (row, known) ->
                                                PairNumbers.signed(
                                                        row.metric(), known.shift().shift())),
                                wide(
                                        number(
                                                Texts.of("pair.column.interval"),
                                                (row, known) ->
                                                        PairNumbers.range(
                                                                row.metric(),
                                                                known.shift().interval()))),
                                number(
                                        Texts.of("pair.column.delta"),
                                        (_, known) -> words(known.delta())),
                                number(
                                        Texts.of("pair.column.p"),
                                        (_, known) ->
                                                known.adjusted() < 1e-4
                                                        ? Texts.of("pair.small")
                                                        : Numbers.decimal(known.adjusted(), 4)),
                                number(
                                        Texts.of("pair.column.noise"),
                                        (row, _) ->
                                                row.noiseFloor().isPresent()
                                                        ? Numbers.of(
                                                                row.metric(),
                                                                row.noiseFloor().getAsDouble())
                                                        : Numbers.NONE),
                                Columns.text(
                                        Texts.of("pair.column.verdict"),
                                        160,
                                        row -> PairLook.of(row.verdict(), row.metric()).word())));
        view.setItems(metrics);
        view.setId("lab-pair-metrics");
        PairCharts.fitRows(view, metrics, HEAD_HEIGHT, ROW_HEIGHT);
        return view;
    }

    private static TableColumn<LabPair.InMetric, String> wide(
            TableColumn<LabPair.InMetric, String> column) {
        column.setPrefWidth(INTERVAL_WIDTH);
        return column;
    }

    private interface Words {
        String of(LabPair.InMetric row, LabPair.Measured known);
    }

    private static TableColumn<LabPair.InMetric, String> number(String title, Words words) {
        var column =
                Columns.<LabPair.InMetric>text(
                        title,
                        104,
                        row ->
                                row.measured()
                                        .map(known -> words.of(row, known))
                                        .orElse(Numbers.NONE));
        column.getStyleClass().add("number-column");
        column.setSortable(false);
        return column;
    }

    private static String words(CliffsDelta delta) {
        return (delta.value() < 0 ? "−" : "+") + Numbers.decimal(Math.abs(delta.value()), 2);
    }
}
