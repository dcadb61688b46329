package dev.parallax.ui.chart;

import dev.parallax.problem.Problem;
import dev.parallax.statistics.ShiftFunction.Decile;
import dev.parallax.ui.chart.Inks.Ink;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// For whom the lab is off: lab minus field at each decile, fast users on the left and slow ones on
/// the right, with bands. Above the line the lab is slower. The mouse or the arrow keys read out a
/// decile.
public final class ShiftChart {
    private static final double LEFT = 72;
    private static final double TOP = 16;
    private static final double FOOT = 28;

    /// How much of its column a band takes.
    private static final double BAND = 0.36;

    private static final int DECILES = 9;
    private static final int NONE = -1;

    private final Canvas canvas = new Canvas();
    private final Label readout = new Label();
    private final Inks inks = new Inks(this::draw);
    private final CanvasPane area = new CanvasPane(canvas, this::draw);
    private final ChartPanel panel;
    private @Nullable ShiftShown shown;
    private int cursor = NONE;

    /// Lab less users.
    public ShiftChart(Background background, Consumer<? super Problem> problems) {
        this(background, problems, ShiftShown.Sides.LAB_AND_USERS);
    }

    public ShiftChart(
            Background background, Consumer<? super Problem> problems, ShiftShown.Sides sides) {
        boolean isLab = sides == ShiftShown.Sides.LAB_AND_USERS;
        String name = isLab ? Texts.of("chart.shift") : Texts.of("chart.shift.pair");
        panel =
                new ChartPanel(
                        name,
                        new DrawnPicture<>(
                                name,
                                area,
                                inks,
                                () -> shown,
                                now -> now.sides().legend(),
                                ShiftChart::csv,
                                this::draw),
                        background,
                        problems);
        panel.legend(sides.legend());
        readout.getStyleClass().add("readout");
        readout.setManaged(false);
        readout.setVisible(false);
        readout.setMouseTransparent(true);
        canvas.setMouseTransparent(true);
        area.getChildren().addAll(inks, canvas, readout);
        area.getStyleClass().add("week-chart");
        area.setFocusTraversable(true);
        area.setAccessibleText(
                isLab
                        ? Texts.of("chart.shift.accessible")
                        : Texts.of("chart.shift.pair.accessible"));
        area.setMinHeight(160);
        area.setPrefHeight(200);
        area.setOnMouseMoved(event -> point(columnAt(event.getX())));
        area.setOnMouseExited(_ -> point(NONE));
        area.setOnKeyPressed(this::onKey);
        area.focusedProperty().subscribe(focused -> point(focused ? Math.max(0, cursor) : NONE));
    }

    public Region node() {
        return panel;
    }

    public void show(ShiftShown newShown) {
        shown = newShown;
        draw();
        point(cursor);
    }

    private void onKey(KeyEvent event) {
        int step =
                switch (event.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    default -> 0;
                };
        int next = Math.max(0, cursor) + step;
        if (step != 0 && next >= 0 && next < DECILES) {
            point(next);
            event.consume();
        }
    }

    private int columnAt(double x) {
        double column = (x - LEFT) / columnWidth();
        return column < 0 || column >= DECILES ? NONE : (int) column;
    }

    private void point(int column) {
        boolean moved = column != cursor;
        cursor = column;
        ShiftShown now = shown;
        if (moved) {
            draw();
        }
        if (column == NONE || now == null || now.deciles().isEmpty()) {
            readout.setVisible(false);
            return;
        }
        readout.setVisible(true);
        readout.setText(words(now, now.deciles().get(column)));
        readout.applyCss();
        readout.autosize();
        double x = LEFT + (column + 1) * columnWidth();
        boolean left = x + readout.getWidth() > area.getWidth();
        readout.relocate(
                Math.rint(left ? x - columnWidth() - readout.getWidth() : x), Math.rint(TOP));
    }

    /// What a decile says, in words.
    static String words(ShiftShown shown, Decile decile) {
        return switch (decile) {
            case Decile.TooFew(var percentile, var needs, var has) ->
                    shown.sides() == ShiftShown.Sides.LAB_AND_USERS
                            ? Texts.of("chart.shift.few", percentile, needs, has)
                            : Texts.of("chart.shift.pair.few", percentile, needs, has);
            case Decile.Known(var percentile, var shift, var band) -> {
                String by = Numbers.of(shown.metric(), Math.abs(shift));
                String low = signed(shown, band.low());
                String high = signed(shown, band.high());
                if (shown.sides() == ShiftShown.Sides.AFTER_AND_BEFORE) {
                    yield Texts.of(
                            "chart.shift.pair.known", percentile, signed(shown, shift), low, high);
                }
                yield shift < 0
                        ? Texts.of("chart.shift.faster", percentile, by, low, high)
                        : Texts.of("chart.shift.slower", percentile, by, low, high);
            }
        };
    }

    private static String signed(ShiftShown shown, double difference) {
        if (difference == 0) {
            return "0";
        }
        String sign = difference < 0 ? "\u2212" : "+";
        return sign + Numbers.of(shown.metric(), Math.abs(difference));
    }

    private double columnWidth() {
        return Math.max(1, (area.getWidth() - LEFT) / DECILES);
    }

    private void draw() {
        var gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        ShiftShown now = shown;
        if (now != null && canvas.getWidth() > LEFT) {
            draw(new CanvasPen(gc, inks), now);
        }
    }

    private void draw(Pen pen, ShiftShown now) {
        double low = now.lowest();
        double high = now.highest();
        double span = high > low ? high - low : 1;
        double height = Math.max(1, area.getHeight() - TOP - FOOT);
        var scale = new Height(TOP, height, low - 0.05 * span, high + 0.05 * span);
        marks(pen, now, scale, span);
        if (cursor != NONE) {
            pen.box(Ink.GRID, 0.5, LEFT + cursor * columnWidth(), TOP, columnWidth(), height);
        }
        for (Decile decile : now.deciles()) {
            double middle = middle(decile.percentile());
            pen.text(
                    Ink.MUTED,
                    "P" + decile.percentile(),
                    middle,
                    area.getHeight() - FOOT / 2,
                    Pen.Align.CENTER);
            switch (decile) {
                case Decile.Known known -> band(pen, known, scale);
                case Decile.TooFew(_, var needs, _) ->
                        pen.text(
                                Ink.MUTED,
                                Texts.of("chart.shift.needs", needs),
                                middle,
                                scale.of(0) - 12,
                                Pen.Align.CENTER);
            }
        }
        curve(pen, now.known(), scale);
    }

    private void marks(Pen pen, ShiftShown now, Height scale, double span) {
        double step = ShareAxis.step(span);
        for (double mark = Math.ceil(scale.low / step) * step; mark <= scale.high; mark += step) {
            double value = Math.abs(mark) < step / 2 ? 0 : mark;
            double y = Math.rint(scale.of(value));
            if (value == 0) {
                pen.dashes(Ink.MUTED, LEFT, y, area.getWidth(), y);
            } else {
                pen.box(Ink.GRID, 0.7, LEFT, y, area.getWidth() - LEFT, 1);
            }
            pen.text(Ink.MUTED, signed(now, value), LEFT - 8, y, Pen.Align.RIGHT);
        }
    }

    private void band(Pen pen, Decile.Known known, Height scale) {
        double width = BAND * columnWidth();
        double top = scale.of(known.band().high());
        double bottom = scale.of(known.band().low());
        pen.box(
                Ink.RIBBON,
                1,
                middle(known.percentile()) - width / 2,
                top,
                width,
                Math.max(2, bottom - top));
    }

    private void curve(Pen pen, List<Decile.Known> known, Height scale) {
        double[] xs = known.stream().mapToDouble(decile -> middle(decile.percentile())).toArray();
        double[] ys = known.stream().mapToDouble(decile -> scale.of(decile.shift())).toArray();
        pen.line(Ink.LAB, 1.5, xs, ys, xs.length);
        for (int i = 0; i < xs.length; i++) {
            pen.box(Ink.LAB, 1, xs[i] - 3, ys[i] - 3, 6, 6);
        }
    }

    private double middle(int percentile) {
        return LEFT + (percentile / 10.0 - 0.5) * columnWidth();
    }

    /// Turns values into pixels from the top.
    private record Height(double top, double height, double low, double high) {
        double of(double value) {
            return top + height * (high - value) / (high - low);
        }
    }

    /// The deciles as CSV; numbers as computers write them, whatever the locale.
    static String csv(ShiftShown shown) {
        var csv = new StringBuilder("percentile,lab_minus_field,low,high,needs,has\n");
        for (Decile decile : shown.deciles()) {
            csv.append(
                    switch (decile) {
                        case Decile.Known(var percentile, var shift, var band) ->
                                String.format(
                                        Locale.ROOT,
                                        "%d,%.4f,%.4f,%.4f,,\n",
                                        percentile,
                                        shift,
                                        band.low(),
                                        band.high());
                        case Decile.TooFew(var percentile, var needs, var has) ->
                                "%d,,,,%d,%d\n".formatted(percentile, needs, has);
                    });
        }
        return csv.toString();
    }
}
