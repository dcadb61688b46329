package dev.parallax.ui.chart;

import dev.parallax.rum.QualityFacts.Day;
import dev.parallax.ui.chart.Inks.Ink;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/// How many page views each day has; a day without any is left empty.
public final class DayBars extends Pane {
    private static final double HEIGHT = 64;

    private final List<Day> days;
    private final Canvas canvas = new Canvas();
    private final Inks inks = new Inks(this::draw);
    private final Tooltip readout = new Tooltip();

    /// @param days in order, those without page views left out
    public DayBars(List<Day> days) {
        this.days = List.copyOf(days);
        getChildren().addAll(inks, canvas);
        canvas.setMouseTransparent(true);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setOnMouseMoved(this::read);
        Tooltip.install(this, readout);
    }

    private long span() {
        return days.isEmpty()
                ? 1
                : ChronoUnit.DAYS.between(days.getFirst().day(), days.getLast().day()) + 1;
    }

    private void read(MouseEvent event) {
        if (days.isEmpty() || getWidth() <= 0) {
            return;
        }
        long at = (long) (event.getX() / getWidth() * span());
        LocalDate day = days.getFirst().day().plusDays(at);
        long views =
                days.stream().filter(each -> each.day().equals(day)).mapToLong(Day::views).sum();
        readout.setText(Texts.of("chart.day", day, Numbers.count(views)));
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw();
        }
    }

    private void draw() {
        var gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (days.isEmpty()) {
            return;
        }
        var pen = new CanvasPen(gc, inks);
        double width = canvas.getWidth() / span();
        long most = days.stream().mapToLong(Day::views).max().orElse(1);
        pen.box(Ink.GRID, 1, 0, canvas.getHeight() - 1, canvas.getWidth(), 1);
        for (Day day : days) {
            long at = ChronoUnit.DAYS.between(days.getFirst().day(), day.day());
            double height = Math.max(1, (double) day.views() / most * (canvas.getHeight() - 2));
            pen.box(
                    Ink.MATCHED,
                    0.7,
                    at * width,
                    canvas.getHeight() - 1 - height,
                    Math.max(0.5, width - (width > 3 ? 1 : 0)),
                    height);
        }
    }
}
