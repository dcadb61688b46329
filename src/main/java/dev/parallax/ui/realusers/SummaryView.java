package dev.parallax.ui.realusers;

import dev.parallax.rum.Dataset;
import dev.parallax.rum.Totals;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.StatTile;
import dev.parallax.ui.realusers.SummaryModel.Summary;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The key figures of the page views on show, one card a metric.
final class SummaryView extends ScrollPane {
    private static final int COLUMNS = 4;

    private final SegmentModel segment;
    private final StatTile views = new StatTile(Texts.of("realusers.tile.views"));
    private final StatTile sessions = new StatTile(Texts.of("realusers.tile.sessions"));
    private final StatTile period = new StatTile(Texts.of("realusers.tile.period"));
    private final StatTile source = new StatTile(Texts.of("realusers.tile.source"));
    private final GridPane metrics = new GridPane(12, 12);

    /// @param quality stands under the figures: the certificate in brief
    SummaryView(RealUsersModel model, Node quality) {
        segment = model.segment();
        var tiles = new GridPane(12, 0);
        tiles.addRow(0, views.wrapping(), sessions, period, source);
        views.explained(Texts.of("realusers.effective.explain"));
        for (int i = 0; i < COLUMNS; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            tiles.getColumnConstraints().add(column);
            metrics.getColumnConstraints().add(column);
        }
        var content = new VBox(12, tiles, metrics, quality);
        setContent(content);
        setFitToWidth(true);
        model.summary().summary().subscribe(this::show);
    }

    /// Millions of page views take their time.
    private static HBox counting() {
        var busy = new ProgressIndicator();
        busy.getStyleClass().add("busy");
        var row = new HBox(8, busy, Labels.caption(Texts.of("realusers.wait")));
        row.getStyleClass().add("card-head");
        return row;
    }

    private void show(Optional<Summary> known) {
        metrics.getChildren().clear();
        if (known.isEmpty()) {
            metrics.add(counting(), 0, 0);
        }
        known.ifPresent(summary -> {
            tiles(summary.totals());
            int at = 0;
            for (SummaryModel.MetricFigures figures : summary.metrics()) {
                metrics.add(new MetricCard(figures), at % COLUMNS, at / COLUMNS);
                at++;
            }
        });
    }

    private void tiles(Totals totals) {
        views.value().set(Numbers.count(totals.views()));
        boolean weighted = Math.abs(totals.weight() - totals.views()) > 0.5;
        views.detail()
                .set(
                        weighted
                                ? Texts.of(
                                        "realusers.weighted",
                                        Numbers.count(Math.round(totals.weight())),
                                        Numbers.count(Math.round(totals.effective())))
                                : Texts.of("realusers.unweighted"));
        if (totals.sessions() > 0) {
            sessions.value().set(Numbers.count(totals.sessions()));
            sessions.detail()
                    .set(
                            Texts.of(
                                    "realusers.persession",
                                    Numbers.decimal(
                                            (double) totals.views() / totals.sessions(), 1)));
        } else {
            sessions.value().set(Numbers.NONE);
            sessions.detail().set(Texts.of("realusers.nosessions"));
        }
        segment.asked().get().map(Asked::dataset).ifPresent(this::origin);
    }

    private void origin(Dataset dataset) {
        var first = dataset.first();
        var last = dataset.last();
        if (first == null || last == null) {
            period.value().set(Numbers.NONE);
            period.detail().set(Texts.of("realusers.notime"));
        } else {
            period.value().set(Numbers.days(first, last));
            period.detail().set(Numbers.period(first, last));
        }
        source.value().set(dataset.provenance().format());
        source.detail()
                .set(
                        Texts.of(
                                "realusers.metrics",
                                dataset.provenance().metrics().size(),
                                dev.parallax.metric.Metric.all().size()));
    }
}
