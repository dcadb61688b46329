package dev.parallax.ui.compare;

import dev.parallax.compare.Comparison;
import dev.parallax.compare.FieldSide;
import dev.parallax.compare.QuantileEstimate;
import dev.parallax.compare.ShareEstimates;
import dev.parallax.metric.Metric;
import dev.parallax.statistics.Estimate;
import dev.parallax.statistics.Interval;
import dev.parallax.statistics.Ratio;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.compare.SidesTable.Figure;
import dev.parallax.ui.compare.SidesTable.Row;
import dev.parallax.ui.controls.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Every number of the field with its interval: percentiles on the left, what they are made of and
/// the shares on the right.
final class NumbersPane extends HBox {
    private final SidesTable percentiles = new SidesTable();
    private final SidesTable sample = new SidesTable();

    NumbersPane(CompareModel model) {
        super(16);
        var left = new Card(Texts.of("numbers.percentiles"), percentiles);
        var right = new Card(Texts.of("numbers.sample"), sample);
        for (Card card : List.of(left, right)) {
            card.setPrefWidth(0);
            card.setMinWidth(0);
            card.setSpacing(12);
            HBox.setHgrow(card, Priority.ALWAYS);
        }
        getChildren().addAll(left, right);
        setId("numbers");
        visibleProperty().bind(model.comparison().map(Optional::isPresent));
        managedProperty().bind(visibleProperty());
        model.comparison().subscribe(found -> found.ifPresent(this::show));
    }

    private void show(Comparison comparison) {
        Metric metric = comparison.lab().metric();
        List<Row> quantiles = new ArrayList<>();
        for (QuantileEstimate quantile : comparison.all().quantiles()) {
            int percentile = quantile.percentile();
            quantiles.add(
                    new Row(
                            Texts.of("numbers.percentile", percentile),
                            quantile(metric, comparison.matched(), percentile),
                            quantile(metric, comparison.all(), percentile)));
        }
        percentiles.show(quantiles);
        sample.show(sample(comparison));
    }

    private static Figure quantile(Metric metric, FieldSide side, int percentile) {
        return side.quantiles().stream()
                .filter(quantile -> quantile.percentile() == percentile)
                .findFirst()
                .map(quantile ->
                        switch (quantile) {
                            case QuantileEstimate.Known known ->
                                    new Figure(
                                            Numbers.of(metric, known.value()),
                                            interval(metric, known.interval()));
                            case QuantileEstimate.TooFew few ->
                                    new Figure(
                                            Numbers.NONE,
                                            Texts.of("numbers.needs", few.needs(), few.has()));
                        })
                .orElse(Figure.of(Numbers.NONE));
    }

    private static List<Row> sample(Comparison comparison) {
        List<Row> rows = new ArrayList<>();
        rows.add(count(comparison, Texts.of("numbers.measured"), FieldSide::measured));
        rows.add(
                count(
                        comparison,
                        Texts.of("numbers.effective"),
                        side -> Math.round(side.effective())));
        rows.add(count(comparison, Texts.of("numbers.sessions"), FieldSide::sessions));
        rows.add(share(comparison, Texts.of("chart.good"), ShareEstimates::atMostGood));
        rows.add(share(comparison, Texts.of("numbers.fair"), ShareEstimates::between));
        rows.add(share(comparison, Texts.of("chart.poor"), ShareEstimates::overPoor));
        rows.add(ratio(comparison, Texts.of("numbers.tomedian"), FieldSide::ratioToMedian));
        rows.add(ratio(comparison, Texts.of("numbers.top75"), FieldSide::ratioToP75));
        return rows;
    }

    private static Row count(Comparison comparison, String name, Function<FieldSide, Long> count) {
        return row(comparison, name, side -> Figure.of(Numbers.count(count.apply(side))));
    }

    private static Row share(
            Comparison comparison, String name, Function<ShareEstimates, Estimate> part) {
        return row(
                comparison,
                name,
                side ->
                        side.shares()
                                .map(part)
                                .map(share ->
                                        new Figure(
                                                Numbers.percent(share.value()),
                                                Texts.of(
                                                        "numbers.between",
                                                        Numbers.percent(share.interval().low()),
                                                        Numbers.percent(share.interval().high()))))
                                .orElse(Figure.of(Numbers.NONE)));
    }

    private static Row ratio(
            Comparison comparison, String name, Function<FieldSide, Optional<Ratio>> ratio) {
        return row(
                comparison,
                name,
                side ->
                        ratio.apply(side)
                                .map(found ->
                                        new Figure(
                                                Numbers.ratio(found.value()),
                                                Texts.of(
                                                        "numbers.between",
                                                        Numbers.ratio(found.interval().low()),
                                                        Numbers.ratio(found.interval().high()))))
                                .orElse(Figure.of(Numbers.NONE)));
    }

    private static Row row(Comparison comparison, String name, Function<FieldSide, Figure> figure) {
        return new Row(name, figure.apply(comparison.matched()), figure.apply(comparison.all()));
    }

    private static String interval(Metric metric, Interval interval) {
        return Texts.of(
                "numbers.between",
                Numbers.plain(metric, interval.low()),
                Numbers.of(metric, interval.high()));
    }
}
