package dev.parallax.ui.compare;

import atlantafx.base.theme.Styles;
import dev.parallax.compare.Comparison;
import dev.parallax.compare.Differences;
import dev.parallax.metric.Metric;
import dev.parallax.problem.Problem;
import dev.parallax.statistics.Distance;
import dev.parallax.statistics.IntervalMethod;
import dev.parallax.ui.chart.ShiftChart;
import dev.parallax.ui.chart.ShiftShown;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Labels;
import dev.parallax.ui.controls.StatTile;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// For whom the lab is off, and by how much as a whole: folded away until somebody wants to know.
final class DifferencesPane extends TitledPane {
    private final CompareModel model;
    private final ShiftChart shift;
    private final StatTile wasserstein =
            new StatTile(Texts.of("differences.wasserstein"))
                    .explained(Texts.of("differences.wasserstein.explain"));
    private final StatTile gap =
            new StatTile(Texts.of("differences.ks")).explained(Texts.of("differences.ks.explain"));
    private final Label none = Labels.caption("");
    private final VBox notes = new VBox(8);
    private final HBox content;

    DifferencesPane(CompareModel model, Background background, Consumer<? super Problem> problems) {
        this.model = model;
        shift = new ShiftChart(background, problems);
        var tiles = new VBox(16, wasserstein, gap);
        tiles.setMinWidth(240);
        HBox.setHgrow(shift.node(), Priority.ALWAYS);
        content = new HBox(16, tiles, shift.node());
        setText(Texts.of("differences.title"));
        notes.setFillWidth(true);
        setContent(new VBox(16, new StackPane(content, none), notes));
        setId("differences");
        setExpanded(false);
        setAnimated(false);
        getStyleClass().addAll(Styles.DENSE, "fold");
        setMinHeight(USE_PREF_SIZE);
        model.wantsDifferences().bind(expandedProperty());
        model.differences().subscribe(found -> found.ifPresent(this::show));
        model.comparison().subscribe(found -> found.ifPresent(this::note));
        visibleProperty().bind(model.shown().map(Optional::isPresent));
        managedProperty().bind(visibleProperty());
    }

    /// What helps to judge the numbers, and how they were found.
    private void note(Comparison comparison) {
        notes.getChildren().setAll(Labels.heading(Texts.of("differences.notes")));
        comparison.notes().forEach(note -> notes.getChildren().add(Labels.paragraph(note.text())));
        notes.getChildren()
                .add(
                        Labels.paragraph(
                                comparison
                                        .matched()
                                        .method()
                                        .map(DifferencesPane::method)
                                        .orElseGet(() -> Texts.of("differences.nomethod"))));
    }

    private static String method(IntervalMethod method) {
        return switch (method) {
            case LINEARISED_SESSIONS -> Texts.of("differences.linearised");
            case SESSION_BOOTSTRAP -> Texts.of("differences.bootstrap");
            case BINOMIAL -> Texts.of("differences.binomial");
        };
    }

    private void show(Differences differences) {
        Metric metric =
                model.comparison().get().map(known -> known.lab().metric()).orElse(Metric.LCP);
        Differences.Side users = differences.matched();
        boolean known = users.distance().isPresent();
        content.setVisible(known);
        none.setText(known ? "" : Texts.of("differences.none"));
        users.distance().ifPresent(distance -> show(metric, distance));
        shift.show(new ShiftShown(metric, users.shift()));
    }

    private void show(Metric metric, Distance distance) {
        wasserstein.value().set(Numbers.of(metric, distance.wasserstein()));
        wasserstein
                .detail()
                .set(
                        Double.isFinite(distance.overSpread())
                                ? Texts.of(
                                        "differences.spread",
                                        Numbers.decimal(distance.overSpread(), 2))
                                : "");
        gap.value().set(Numbers.percent(distance.kolmogorovSmirnov()));
        gap.detail().set(Texts.of("differences.at", Numbers.of(metric, distance.at())));
    }
}
