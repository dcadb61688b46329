package dev.parallax.ui.realusers;

import dev.parallax.metric.Metric;
import dev.parallax.ui.chart.TimeChart;
import dev.parallax.ui.chart.WeekChart;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Choices;
import dev.parallax.ui.controls.EmptyState;
import dev.parallax.ui.realusers.TimeModel.Times;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A metric along time, and under it along the week.
final class TimeView extends StackPane {
    private final TimeChart series;
    private final WeekChart week;
    private final VBox charts = new VBox(12);
    private final EmptyState nothing =
            new EmptyState(
                    Feather.CLOCK,
                    Texts.of("realusers.time.none"),
                    Texts.of("realusers.time.hint"));

    TimeView(TimeModel model, SegmentModel segment, Background background, Problems problems) {
        ComboBox<Metric> metric =
                Choices.of(
                        Metric.all(),
                        Metric::shortName,
                        one -> Texts.of("compare.metric.name", one.shortName(), one.label()));
        metric.setId("time-metric");
        metric.setPrefWidth(104);
        metric.valueProperty().bindBidirectional(model.metric());
        series =
                new TimeChart(
                        background,
                        problems::show,
                        window -> segment.window(Optional.of(window)),
                        metric);
        week = new WeekChart(background, problems::show);
        VBox.setVgrow(series.node(), Priority.ALWAYS);
        charts.getChildren().setAll(series.node(), week.node());
        charts.setVisible(false);
        nothing.setVisible(false);
        getChildren().setAll(charts, nothing);
        model.times().subscribe(found -> found.ifPresent(this::show));
    }

    private void show(Times times) {
        charts.setVisible(times.series().isPresent());
        nothing.setVisible(times.series().isEmpty());
        times.series().ifPresent(series::show);
        times.week().ifPresent(week::show);
    }
}
