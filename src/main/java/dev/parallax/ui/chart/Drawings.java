package dev.parallax.ui.chart;

import dev.parallax.metric.Thresholds;
import dev.parallax.ui.chart.Inks.Ink;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Everything the charts are made of, from the background forward.
final class Drawings {
    private static final double RUG_HEIGHT = 10;
    private static final double LABEL_HEIGHT = 18;
    private static final double FAINT = 0.07;

    private Drawings() {}

    /// Good, needs improvement and poor as faint areas; nothing for a metric without thresholds.
    static void bands(GraphicsContext gc, Plane plane, Shown shown, Inks inks) {
        Thresholds thresholds = shown.metric().thresholds().orElse(null);
        if (thresholds == null) {
            return;
        }
        gc.setGlobalAlpha(FAINT);
        double good = plane.x(thresholds.good());
        double poor = plane.x(thresholds.poor());
        band(gc, plane, 0, good, inks.paint(Ink.GOOD));
        band(gc, plane, good, poor, inks.paint(Ink.FAIR));
        band(gc, plane, poor, plane.width(), inks.paint(Ink.POOR));
    }

    /// The names of the areas, as colour must never be the only sign; left out where there is no
    /// room.
    static void bandNames(GraphicsContext gc, Plane plane, Shown shown, Inks inks) {
        Thresholds thresholds = shown.metric().thresholds().orElse(null);
        if (thresholds == null) {
            return;
        }
        double good = plane.x(thresholds.good());
        double poor = plane.x(thresholds.poor());
        bandName(gc, inks, 0, good, Ink.GOOD, Texts.of("chart.good"));
        bandName(gc, inks, good, poor, Ink.FAIR, Texts.of("chart.fair"));
        bandName(gc, inks, poor, plane.width(), Ink.POOR, Texts.of("chart.poor"));
    }

    private static void bandName(
            GraphicsContext gc, Inks inks, double from, double to, Ink ink, String name) {
        if (width(inks, name) + 12 > to - from) {
            return;
        }
        gc.setFill(inks.paint(ink));
        gc.setFont(inks.font());
        gc.setTextBaseline(VPos.TOP);
        gc.fillText(name, from + 8, 4);
    }

    private static double width(Inks inks, String words) {
        var text = new Text(words);
        text.setFont(inks.font());
        return Math.ceil(text.getLayoutBounds().getWidth());
    }

    private static void band(GraphicsContext gc, Plane plane, double from, double to, Paint fill) {
        if (to > from) {
            gc.setFill(fill);
            gc.fillRect(from, 0, to - from, plane.height());
        }
    }

    /// All users as a filled silhouette.
    static void fieldBars(GraphicsContext gc, Plane plane, Shown shown, Inks inks) {
        bars(gc, plane, shown.field().bins(), inks.paint(Ink.FIELD), 0.25);
    }

    /// The compared users over all users.
    static void matchedBars(GraphicsContext gc, Plane plane, Shown shown, Inks inks) {
        shown.matched()
                .ifPresent(sample -> bars(gc, plane, sample.bins(), inks.paint(Ink.MATCHED), 0.35));
    }

    private static void bars(
            GraphicsContext gc, Plane plane, Bins bins, Paint paint, double opacity) {
        double ground = plane.y(0);
        gc.beginPath();
        gc.moveTo(plane.x(bins.edges()[0]), ground);
        for (int bin = 0; bin < bins.shares().length; bin++) {
            double top = plane.y(bins.shares()[bin]);
            gc.lineTo(plane.x(bins.edges()[bin]), top);
            gc.lineTo(plane.x(bins.edges()[bin + 1]), top);
        }
        gc.lineTo(plane.x(bins.edges()[bins.shares().length]), ground);
        gc.setFill(paint);
        gc.setGlobalAlpha(opacity);
        gc.fill();
        gc.setGlobalAlpha(1);
        gc.setStroke(paint);
        gc.setLineWidth(1);
        gc.stroke();
    }

    /// All users as a curve of steps.
    static void fieldCurve(GraphicsContext gc, Plane plane, Shown shown, Inks inks) {
        curve(gc, plane, shown.field().steps(), inks.paint(Ink.FIELD), 1.5);
    }

    /// The compared users as a curve of steps.
    static void matchedCurve(GraphicsContext gc, Plane plane, Shown shown, Inks inks) {
        shown.matched()
                .ifPresent(sample -> curve(gc, plane, sample.steps(), inks.paint(Ink.MATCHED), 2));
    }

    private static void curve(
            GraphicsContext gc, Plane plane, Steps steps, Paint paint, double lineWidth) {
        double y = plane.y(0);
        gc.beginPath();
        gc.moveTo(-2, y);
        for (int step = 0; step < steps.values().length; step++) {
            double x = plane.x(steps.values()[step]);
            gc.lineTo(x, y);
            y = plane.y(steps.shares()[step]);
            gc.lineTo(x, y);
        }
        gc.lineTo(plane.width() + 2, y);
        gc.setStroke(paint);
        gc.setLineWidth(lineWidth);
        gc.stroke();
    }

    /// One tick at the foot for each lab run.
    static void rug(GraphicsContext gc, Plane plane, Shown shown, Inks inks) {
        gc.setStroke(inks.paint(Ink.LAB));
        gc.setLineWidth(1.5);
        for (double value : shown.lab().values()) {
            double x = crisp(plane.x(value));
            gc.strokeLine(x, plane.height() - RUG_HEIGHT, x, plane.height());
        }
    }

    /// The lab's median as a line with its value on top.
    static void median(GraphicsContext gc, Plane plane, Shown shown, Inks inks) {
        double median = shown.lab().median();
        if (Double.isNaN(median)) {
            return;
        }
        double x = crisp(plane.x(median));
        gc.setStroke(inks.paint(Ink.LAB));
        gc.setLineWidth(2);
        gc.strokeLine(x, 0, x, plane.height());
        String words = Texts.of("chart.median", Numbers.of(shown.metric(), median));
        label(gc, plane, inks, x, LABEL_HEIGHT + 6, words);
    }

    /// Where the median meets the curve, with the interval of that place.
    static void placement(GraphicsContext gc, Plane plane, Shown shown, Inks inks) {
        Placed placed = shown.placed().orElse(null);
        double median = shown.lab().median();
        if (placed == null || Double.isNaN(median)) {
            return;
        }
        double x = plane.x(median);
        double y = plane.y(placed.share());
        double top = plane.y(placed.high());
        gc.setFill(inks.paint(Ink.LAB));
        gc.setGlobalAlpha(0.15);
        gc.fillRect(0, top, x, Math.max(1, plane.y(placed.low()) - top));
        gc.setGlobalAlpha(1);
        gc.setStroke(inks.paint(Ink.LAB));
        gc.setLineWidth(1);
        gc.setLineDashes(4, 4);
        gc.strokeLine(0, crisp(y), x, crisp(y));
        gc.setLineDashes();
        gc.setFill(inks.paint(Ink.PAPER));
        gc.fillOval(x - 5, y - 5, 10, 10);
        gc.setLineWidth(2.5);
        gc.strokeOval(x - 5, y - 5, 10, 10);
    }

    private static void label(
            GraphicsContext gc, Plane plane, Inks inks, double x, double y, String words) {
        double width = width(inks, words) + 12;
        boolean left = x + 6 + width > plane.width();
        double from = left ? x - 6 - width : x + 6;
        gc.setFill(inks.paint(Ink.PAPER));
        gc.fillRoundRect(from, y, width, LABEL_HEIGHT, 6, 6);
        gc.setFill(inks.paint(Ink.LAB));
        gc.setFont(inks.font());
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(words, from + 6, y + LABEL_HEIGHT / 2);
    }

    /// The middle of a pixel, where a thin line is sharp.
    private static double crisp(double pixel) {
        return Math.floor(pixel) + 0.5;
    }
}
