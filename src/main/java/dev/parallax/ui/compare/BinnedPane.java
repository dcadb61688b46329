package dev.parallax.ui.compare;

import dev.parallax.compare.AggregateComparison;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.RatingShares;
import dev.parallax.statistics.Interval;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Card;
import dev.parallax.ui.controls.Columns;
import dev.parallax.ui.controls.Labels;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The lab among shares of intervals that somebody else summed up: what is known, as bounds. No
/// smooth curve is drawn, as none is known.
final class BinnedPane extends HBox {
    private final GridPane bins = table(34, 42, 24);
    private final GridPane known = table(40, 60);
    private final Label period = Labels.paragraph("");

    BinnedPane(CompareModel model) {
        super(16);
        setId("binned");
        var left = new Card(Texts.of("binned.shares"), bins);
        var right = new Card(Texts.of("binned.known"), known, period);
        for (Card card : new Card[] {left, right}) {
            card.setSpacing(12);
            card.setPrefWidth(0);
            card.setMinWidth(0);
            HBox.setHgrow(card, Priority.ALWAYS);
        }
        getChildren().addAll(left, right);
        visibleProperty()
                .bind(
                        model.aggregates()
                                .map(found ->
                                        found.flatMap(AggregateComparison::field).isPresent()));
        managedProperty().bind(visibleProperty());
        model.aggregates().subscribe(found -> found.ifPresent(this::show));
    }

    private static GridPane table(double... parts) {
        var table = new GridPane(8, 6);
        for (double part : parts) {
            var column = new ColumnConstraints();
            column.setPercentWidth(part);
            column.setHalignment(HPos.LEFT);
            table.getColumnConstraints().add(column);
        }
        return table;
    }

    private void show(AggregateComparison comparison) {
        comparison.field().ifPresent(field -> show(comparison, field));
    }

    private void show(AggregateComparison comparison, AggregateComparison.Field field) {
        Metric metric = comparison.lab().metric();
        bins.getChildren().clear();
        for (Aggregate.Bin bin : field.values().bins()) {
            boolean holds = holds(bin, comparison.labMedian());
            var bar = new ProgressBar(bin.share());
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.getStyleClass().add(Columns.tone(metric, bin.start()));
            Label range = Labels.body(range(metric, bin));
            Label share =
                    Labels.body(
                            holds
                                    ? Texts.of("binned.holds", Numbers.percent(bin.share()))
                                    : Numbers.percent(bin.share()));
            bins.addRow(bins.getRowCount(), range, bar, share);
        }
        known.getChildren().clear();
        row(
                Texts.of("evidence.placement"),
                field.placement().or(field::ofMedian).map(BinnedPane::place));
        row(
                Texts.of("evidence.lab"),
                comparison.labMedian().isPresent()
                        ? Optional.of(Numbers.of(metric, comparison.labMedian().getAsDouble()))
                        : Optional.empty());
        row(
                Texts.of("binned.p75"),
                field.p75().isPresent()
                        ? Optional.of(Numbers.of(metric, field.p75().getAsDouble()))
                        : Optional.empty());
        field.percentiles()
                .forEach(one ->
                        row(
                                Texts.of("numbers.percentile", one.percentile()),
                                one.within().map(within -> range(metric, within))));
        field.shares()
                .ifPresent(shares -> {
                    row(Texts.of("chart.good"), Optional.of(bounds(shares.good())));
                    row(Texts.of("chart.fair"), Optional.of(bounds(shares.needsImprovement())));
                    row(Texts.of("chart.poor"), Optional.of(bounds(shares.poor())));
                });
        period.setText(
                Texts.of(
                        "binned.period",
                        field.key().site(),
                        field.key().formFactor().isEmpty()
                                ? Texts.of("binned.everybody")
                                : field.key().formFactor(),
                        field.key().firstDay(),
                        field.key().lastDay()));
    }

    private static boolean holds(Aggregate.Bin bin, OptionalDouble median) {
        return median.isPresent()
                && median.getAsDouble() >= bin.start()
                && (bin.end().isEmpty() || median.getAsDouble() < bin.end().getAsDouble());
    }

    private void row(String name, Optional<String> value) {
        Node label = Labels.body(name);
        Label number = Labels.body(value.orElse(Numbers.NONE));
        number.getStyleClass().add("number");
        known.addRow(known.getRowCount(), label, number);
    }

    private static String place(Interval place) {
        return Texts.of(
                "evidence.range",
                Numbers.decimal(place.low(), 0),
                Numbers.decimal(place.high(), 0));
    }

    private static String bounds(RatingShares.Bounds bounds) {
        return bounds.isExact()
                ? Numbers.percent(bounds.low())
                : Texts.of(
                        "numbers.between",
                        Numbers.percent(bounds.low()),
                        Numbers.percent(bounds.high()));
    }

    private static String range(Metric metric, Aggregate.Bin bin) {
        return bin.end().isPresent()
                ? range(metric, new Interval(bin.start(), bin.end().getAsDouble()))
                : Texts.of("binned.from", Numbers.of(metric, bin.start()));
    }

    private static String range(Metric metric, Interval within) {
        return Double.isFinite(within.high())
                ? Texts.of(
                        "numbers.between",
                        Numbers.plain(metric, within.low()),
                        Numbers.of(metric, within.high()))
                : Texts.of("binned.from", Numbers.of(metric, within.low()));
    }
}
