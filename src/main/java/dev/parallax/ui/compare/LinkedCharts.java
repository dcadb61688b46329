package dev.parallax.ui.compare;

import dev.parallax.problem.Problem;
import dev.parallax.rum.Brush;
import dev.parallax.rum.Trait;
import dev.parallax.ui.chart.DistributionChart;
import dev.parallax.ui.chart.EcdfChart;
import dev.parallax.ui.chart.TimeChart;
import dev.parallax.ui.chart.WeekChart;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The charts of a comparison, two in a row. What is drawn over one of them filters the others.
final class LinkedCharts extends VBox {
    private static final double HEIGHT = 296;

    private final WhoPane who;

    /// @param showViews goes to the picked page views themselves
    LinkedCharts(
            CompareModel model,
            Background background,
            Consumer<? super Problem> problems,
            Runnable showViews) {
        super(16);
        LinkedModel linked = model.linked();
        var distribution = new DistributionChart(background, problems);
        var ecdf = new EcdfChart(background, problems);
        distribution.linkWith(ecdf);
        var time =
                new TimeChart(
                        background,
                        problems,
                        window ->
                                model.question()
                                        .segment()
                                        .set(model.question().segment().get().withWindow(window)),
                        Buttons.icon(
                                Texts.of("annotation.add"), Feather.FLAG, () -> annotate(linked)));
        var week = new WeekChart(background, problems);
        var impact = new ImpactPane(trait -> choose(model.question(), trait), background, problems);
        impact.node().visibleProperty().bind(linked.impacts().map(Optional::isPresent));
        impact.node().managedProperty().bind(impact.node().visibleProperty());
        who =
                new WhoPane(
                        new WhoPane.Actions() {
                            @Override
                            public void choose(Trait trait) {
                                LinkedCharts.choose(model.question(), trait);
                            }

                            @Override
                            public void showViews() {
                                showViews.run();
                            }

                            @Override
                            public void clear() {
                                linked.brush().set(Brush.NONE);
                            }
                        },
                        background,
                        problems);
        who.node().visibleProperty().bind(linked.picked().map(Optional::isPresent));
        who.node().managedProperty().bind(who.node().visibleProperty());
        linked.impacts().subscribe(found -> found.ifPresent(impact::show));
        linked.picked().subscribe(found -> found.ifPresent(who::show));
        getChildren()
                .addAll(
                        row(distribution.node(), ecdf.node()),
                        shownWhen(linked.time(), row(time.node(), week.node())),
                        impact.node(),
                        who.node());
        model.shown()
                .subscribe(shown ->
                        shown.ifPresent(now -> {
                            distribution.show(now);
                            ecdf.show(now);
                        }));
        distribution
                .brush()
                .subscribe(values -> linked.brush().set(linked.brush().get().withValues(values)));
        time.brush()
                .subscribe(window -> linked.brush().set(linked.brush().get().withWindow(window)));
        week.brush().subscribe(hours -> linked.brush().set(linked.brush().get().withHours(hours)));
        linked.brush()
                .subscribe(brush -> {
                    distribution.brush().set(brush.values());
                    time.brush().set(brush.window());
                    week.brush().set(brush.hours());
                });
        linked.time().subscribe(shown -> shown.ifPresent(time::show));
        linked.week().subscribe(shown -> shown.ifPresent(week::show));
        visibleProperty().bind(model.shown().map(Optional::isPresent));
        managedProperty().bind(visibleProperty());
    }

    private void annotate(LinkedModel linked) {
        new AnnotationDialog(this, linked).show();
    }

    /// Where it is said who the picked users are.
    Region who() {
        return who.node();
    }

    private static void choose(QuestionModel question, Trait trait) {
        question.segment().set(trait.in(question.segment().get()));
    }

    /// Both of the same width, whatever they hold.
    private static GridPane row(Region left, Region right) {
        var row = new GridPane(16, 0);
        var half = new ColumnConstraints();
        half.setPercentWidth(50);
        var all = new RowConstraints(HEIGHT);
        row.getColumnConstraints().addAll(half, half);
        row.getRowConstraints().add(all);
        left.setMinWidth(0);
        right.setMinWidth(0);
        row.addRow(0, left, right);
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }

    private static Region shownWhen(ObservableValue<? extends Optional<?>> what, Region row) {
        row.visibleProperty().bind(what.map(Optional::isPresent));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }
}
