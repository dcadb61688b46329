package dev.parallax.ui.realusers;

import dev.parallax.metric.Metric;
import dev.parallax.metric.Rating;
import dev.parallax.ui.chart.MiniDistribution;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Columns;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.ShareBar;
import dev.parallax.ui.controls.StatusPill;
import dev.parallax.ui.realusers.SummaryModel.MetricFigures;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One metric: its p75 with its class, how its values are spread, and how many are good and poor.
final class MetricCard extends VBox {
    MetricCard(MetricFigures figures) {
        Metric metric = figures.metric();
        getStyleClass().addAll("panel", "metric-card");
        setMinWidth(0);
        var distribution = new MiniDistribution();
        distribution.show(metric, figures.bins());
        getChildren().addAll(head(figures), value(figures), distribution);
        figures.shares()
                .ifPresentOrElse(
                        shares -> {
                            var bar = new ShareBar();
                            bar.show(shares.good(), shares.needsImprovement(), shares.poor());
                            getChildren()
                                    .addAll(
                                            bar,
                                            Labels.caption(
                                                    Texts.of(
                                                            "realusers.shares",
                                                            Numbers.percent(shares.good()),
                                                            Numbers.percent(shares.poor()))));
                        },
                        () -> getChildren().add(Labels.caption(Texts.of("realusers.nolimits"))));
        var tooltip =
                new Tooltip(
                        Texts.of(
                                "realusers.metric.explain",
                                metric.label(),
                                metric.definition(),
                                Numbers.count(figures.measured())));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        Tooltip.install(this, tooltip);
    }

    private static HBox head(MetricFigures figures) {
        Label name = Labels.heading(figures.metric().shortName());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(8, name, gap);
        head.getStyleClass().add("card-head");
        rating(figures)
                .ifPresent(rating ->
                        head.getChildren().add(new StatusPill(words(rating), tone(rating))));
        return head;
    }

    private static HBox value(MetricFigures figures) {
        double p75 = figures.p75().orElse(Double.NaN);
        Label value = Labels.figure(Numbers.of(figures.metric(), p75));
        value.getStyleClass().add(Columns.tone(figures.metric(), p75));
        value.setMinWidth(USE_PREF_SIZE);
        Label what =
                Labels.caption(
                        figures.p75().isPresent()
                                ? Texts.of("realusers.p75.short")
                                : Texts.of("realusers.needs.views", figures.needs()));
        var row = new HBox(6, value, what);
        row.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
        return row;
    }

    private static Optional<Rating> rating(MetricFigures figures) {
        return figures.p75().isEmpty()
                ? Optional.empty()
                : figures.metric()
                        .thresholds()
                        .map(limits -> limits.rate(figures.p75().getAsDouble()));
    }

    private static String words(Rating rating) {
        return switch (rating) {
            case GOOD -> Texts.of("chart.good");
            case NEEDS_IMPROVEMENT -> Texts.of("realusers.fair");
            case POOR -> Texts.of("chart.poor");
        };
    }

    private static String tone(Rating rating) {
        return switch (rating) {
            case GOOD -> "success";
            case NEEDS_IMPROVEMENT -> "warning";
            case POOR -> "danger";
        };
    }
}
