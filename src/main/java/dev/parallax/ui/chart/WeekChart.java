package dev.parallax.ui.chart;

import dev.parallax.problem.Problem;
import dev.parallax.rum.WeekHour;
import dev.parallax.rum.WeekHours;
import dev.parallax.ui.chart.Inks.Ink;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// A metric's p75 by hour and day of the week: the darker, the slower. The mouse or the arrow keys
/// read out an hour.
public final class WeekChart {
    private static final double LEFT = 56;
    private static final double FOOT = 20;
    private static final double SEAM = 2;
    private static final int NONE = -1;

    private final Canvas canvas = new Canvas();
    private final Label readout = new Label();
    private final Inks inks = new Inks(this::draw);
    private final CanvasPane area = new CanvasPane(canvas, this::draw);
    private final ChartPanel panel;
    private final ObjectProperty<Optional<WeekHours>> brush =
            new SimpleObjectProperty<>(Optional.empty());
    private final Rectangle shade = new Rectangle();
    private @Nullable WeekShown shown;
    private int cursor = NONE;
    private int anchor = NONE;

    public WeekChart(Background background, Consumer<? super Problem> problems) {
        panel =
                new ChartPanel(
                        Texts.of("chart.week"),
                        new DrawnPicture<>(
                                Texts.of("chart.week"),
                                area,
                                inks,
                                () -> shown,
                                WeekShown::legend,
                                WeekChart::csv,
                                this::draw),
                        background,
                        problems);
        readout.getStyleClass().add("readout");
        readout.setManaged(false);
        readout.setVisible(false);
        readout.setMouseTransparent(true);
        canvas.setMouseTransparent(true);
        shade.getStyleClass().add("brush");
        shade.setManaged(false);
        shade.setMouseTransparent(true);
        area.getChildren().addAll(inks, canvas, shade, readout);
        area.getStyleClass().add("week-chart");
        area.setFocusTraversable(true);
        area.setAccessibleText(Texts.of("chart.week.accessible"));
        area.setMinHeight(7 * 14 + FOOT);
        area.setPrefHeight(7 * 18 + FOOT);
        area.setOnMouseMoved(event -> point(hourAt(event)));
        area.setOnMouseExited(_ -> point(NONE));
        area.setOnMousePressed(event -> {
            area.requestFocus();
            anchor = hourAt(event);
            event.consume();
        });
        area.setOnMouseDragged(event -> pick(anchor, nearestTo(event)));
        area.setOnMouseReleased(event -> {
            if (event.isStillSincePress()) {
                brush.set(Optional.empty());
            }
        });
        brush.subscribe(this::place);
        area.widthProperty().subscribe(this::place);
        area.heightProperty().subscribe(this::place);
        area.setOnKeyPressed(this::onKey);
        area.focusedProperty().subscribe(focused -> point(focused ? Math.max(0, cursor) : NONE));
    }

    public Region node() {
        return panel;
    }

    /// The hours that are picked: drag over them, or move over them with Shift and the arrow keys.
    public ObjectProperty<Optional<WeekHours>> brush() {
        return brush;
    }

    private void pick(int from, int to) {
        if (from == NONE || to == NONE) {
            return;
        }
        int oneDay = from / WeekShown.HOURS;
        int otherDay = to / WeekShown.HOURS;
        int oneHour = from % WeekShown.HOURS;
        int otherHour = to % WeekShown.HOURS;
        brush.set(
                Optional.of(
                        new WeekHours(
                                DayOfWeek.of(Math.min(oneDay, otherDay) + 1),
                                DayOfWeek.of(Math.max(oneDay, otherDay) + 1),
                                Math.min(oneHour, otherHour),
                                Math.max(oneHour, otherHour))));
    }

    private void place() {
        WeekHours now = brush.get().orElse(null);
        shade.setVisible(now != null);
        if (now != null) {
            int days = now.lastDay().getValue() - now.firstDay().getValue() + 1;
            shade.setX(Math.rint(LEFT + now.firstHour() * cellWidth()));
            shade.setY(Math.rint((now.firstDay().getValue() - 1) * cellHeight()));
            shade.setWidth(Math.rint((now.lastHour() - now.firstHour() + 1) * cellWidth()));
            shade.setHeight(Math.rint(days * cellHeight()));
        }
    }

    public void show(WeekShown newShown) {
        shown = newShown;
        panel.legend(newShown.legend());
        draw();
        point(cursor);
    }

    private void onKey(KeyEvent event) {
        int step =
                switch (event.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    case UP -> -WeekShown.HOURS;
                    case DOWN -> WeekShown.HOURS;
                    default -> 0;
                };
        if (event.getCode() == KeyCode.ESCAPE && brush.get().isPresent()) {
            brush.set(Optional.empty());
            event.consume();
            return;
        }
        int from = Math.max(0, cursor);
        int next = from + step;
        // no step from one evening into the next morning: the block of both would be all day
        boolean sameDay =
                Math.abs(step) != 1 || Math.floorDiv(next, WeekShown.HOURS) == rowOf(from);
        if (step != 0 && sameDay && next >= 0 && next < WeekShown.HOURS * WeekShown.DAYS) {
            point(next);
            if (event.isShiftDown()) {
                anchor = brush.get().isEmpty() || anchor == NONE ? from : anchor;
                pick(anchor, next);
            }
            event.consume();
        }
    }

    private int hourAt(MouseEvent event) {
        double x = (event.getX() - LEFT) / cellWidth();
        double y = event.getY() / cellHeight();
        return x < 0 || y < 0 || x >= WeekShown.HOURS || y >= WeekShown.DAYS
                ? NONE
                : whole(y) * WeekShown.HOURS + whole(x);
    }

    /// The hour a drag ends at that may have left the week.
    private int nearestTo(MouseEvent event) {
        double x = Math.clamp((event.getX() - LEFT) / cellWidth(), 0, WeekShown.HOURS - 1);
        double y = Math.clamp(event.getY() / cellHeight(), 0, WeekShown.DAYS - 1);
        return whole(y) * WeekShown.HOURS + whole(x);
    }

    private void point(int hour) {
        boolean moved = hour != cursor;
        cursor = hour;
        WeekShown now = shown;
        readout.setVisible(hour != NONE && now != null);
        if (moved) {
            draw();
        }
        if (hour == NONE || now == null) {
            return;
        }
        readout.setText(words(now, now.hours().get(hour)));
        readout.applyCss();
        readout.autosize();
        double x = LEFT + (hour % WeekShown.HOURS + 1) * cellWidth() + 8;
        boolean left = x + readout.getWidth() > area.getWidth();
        readout.relocate(
                Math.rint(left ? x - cellWidth() - 16 - readout.getWidth() : x),
                Math.rint(
                        Math.min(
                                rowOf(hour) * cellHeight(),
                                area.getHeight() - readout.getHeight())));
    }

    private static String words(WeekShown now, WeekHour hour) {
        String when =
                Texts.of(
                        "chart.week.hour",
                        hour.day().getDisplayName(TextStyle.FULL, locale()),
                        "%02d:00".formatted(hour.hour()),
                        "%02d:00".formatted((hour.hour() + 1) % WeekShown.HOURS));
        String value =
                hour.p75().isPresent()
                        ? Numbers.of(now.metric(), hour.p75().getAsDouble())
                        : Texts.of("chart.time.few");
        return String.join(
                "\n",
                when,
                Texts.of("chart.time.count", Numbers.count(hour.views())),
                "p75  " + value);
    }

    private static Locale locale() {
        return Locale.getDefault(Locale.Category.FORMAT);
    }

    /// The row of an hour of the week: its day.
    private static int rowOf(int hour) {
        return hour / WeekShown.HOURS;
    }

    private static int whole(double places) {
        return (int) places;
    }

    private double cellWidth() {
        return Math.max(1, (area.getWidth() - LEFT) / WeekShown.HOURS);
    }

    private double cellHeight() {
        return Math.max(1, (area.getHeight() - FOOT) / WeekShown.DAYS);
    }

    private void draw() {
        var gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        WeekShown now = shown;
        if (now != null && canvas.getWidth() > LEFT) {
            var pen = new CanvasPen(gc, inks);
            draw(pen, now);
            if (cursor != NONE) {
                frame(pen);
            }
        }
    }

    private void frame(Pen pen) {
        double left = LEFT + cursor % WeekShown.HOURS * cellWidth() - 0.5;
        double top = rowOf(cursor) * cellHeight() - 0.5;
        double right = left + cellWidth() - SEAM + 1;
        double bottom = top + cellHeight() - SEAM + 1;
        pen.line(
                Ink.MUTED,
                1.5,
                new double[] {left, right, right, left, left},
                new double[] {top, top, bottom, bottom, top},
                5);
    }

    private void draw(Pen pen, WeekShown now) {
        double low = now.lowest();
        double span = now.highest() - low;
        double width = cellWidth();
        double height = cellHeight();
        for (int at = 0; at < now.hours().size(); at++) {
            WeekHour hour = now.hours().get(at);
            double left = LEFT + hour.hour() * width;
            double top = rowOf(at) * height;
            if (hour.hour() == 0) {
                pen.text(
                        Ink.MUTED,
                        hour.day().getDisplayName(TextStyle.SHORT, locale()),
                        LEFT - 8,
                        top + height / 2,
                        Pen.Align.RIGHT);
            }
            if (hour.p75().isPresent()) {
                double share = span > 0 ? (hour.p75().getAsDouble() - low) / span : 0.5;
                pen.box(Ink.MATCHED, 0.10 + 0.85 * share, left, top, width - SEAM, height - SEAM);
            } else {
                pen.box(Ink.GRID, 0.6, left, top, width - SEAM, height - SEAM);
            }
        }
        for (int hour = 0; hour < WeekShown.HOURS; hour += 3) {
            pen.text(
                    Ink.MUTED,
                    "%02d:00".formatted(hour),
                    LEFT + hour * width,
                    7 * height + FOOT / 2,
                    Pen.Align.LEFT);
        }
    }

    /// The numbers as CSV; as computers write them, whatever the locale.
    static String csv(WeekShown shown) {
        var csv = new StringBuilder("day,hour,views,weight,measured,p75\n");
        for (WeekHour hour : shown.hours()) {
            csv.append(hour.day()).append(',').append(hour.hour()).append(',');
            csv.append(hour.views()).append(',').append(hour.weight()).append(',');
            csv.append(hour.measured()).append(',');
            hour.p75().ifPresent(value -> csv.append(String.format(Locale.ROOT, "%.4f", value)));
            csv.append('\n');
        }
        return csv.toString();
    }
}
