package dev.parallax.ui.chart;

import dev.parallax.metric.Thresholds;
import dev.parallax.ui.chart.Inks.Ink;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;

/// What the charts over a metric's values are made of.
///
/// @param pen with which they are drawn
/// @param plane where
record Drawings(Pen pen, Plane plane, Shown shown) {
    private static final double RUG_HEIGHT = 10;
    private static final double LABEL_HEIGHT = 18;
    private static final double FAINT = 0.07;

    /// Good, needs improvement and poor as faint areas; nothing for a metric without thresholds.
    void bands() {
        Thresholds thresholds = shown.metric().thresholds().orElse(null);
        if (thresholds == null) {
            return;
        }
        double good = plane.x(thresholds.good());
        double poor = plane.x(thresholds.poor());
        band(0, good, Ink.GOOD);
        band(good, poor, Ink.FAIR);
        band(poor, plane.width(), Ink.POOR);
    }

    private void band(double from, double to, Ink ink) {
        double left = Math.max(0, from);
        double right = Math.min(plane.width(), to);
        if (right > left) {
            pen.box(ink, FAINT, left, 0, right - left, plane.height());
        }
    }

    /// The names of the areas, as colour must never be the only sign; left out where there is no
    /// room.
    void bandNames() {
        Thresholds thresholds = shown.metric().thresholds().orElse(null);
        if (thresholds == null) {
            return;
        }
        double good = plane.x(thresholds.good());
        double poor = plane.x(thresholds.poor());
        bandName(0, good, Ink.GOOD, Texts.of("chart.good"));
        bandName(good, poor, Ink.FAIR, Texts.of("chart.fair"));
        bandName(poor, plane.width(), Ink.POOR, Texts.of("chart.poor"));
    }

    private void bandName(double from, double to, Ink ink, String name) {
        if (pen.widthOf(name) + 12 <= to - from) {
            pen.text(ink, name, Math.max(0, from) + 8, 11, Pen.Align.LEFT);
        }
    }

    /// The users as filled silhouettes: all of them, the compared ones over them, and over those
    /// what is picked.
    void bars() {
        bars(shown.field().bins(), Ink.FIELD, 0.25);
        shown.matched().ifPresent(sample -> bars(sample.bins(), Ink.MATCHED, 0.35));
        shown.picked().ifPresent(sample -> bars(sample.bins(), Ink.PICKED, 0.45));
    }

    private void bars(Bins bins, Ink ink, double opacity) {
        int count = bins.shares().length;
        var xs = new double[2 * count + 2];
        var ys = new double[2 * count + 2];
        double ground = plane.y(0);
        xs[0] = plane.x(bins.edges()[0]);
        ys[0] = ground;
        for (int bin = 0; bin < count; bin++) {
            double top = plane.y(bins.shares()[bin]);
            xs[2 * bin + 1] = plane.x(bins.edges()[bin]);
            ys[2 * bin + 1] = top;
            xs[2 * bin + 2] = plane.x(bins.edges()[bin + 1]);
            ys[2 * bin + 2] = top;
        }
        xs[2 * count + 1] = plane.x(bins.edges()[count]);
        ys[2 * count + 1] = ground;
        filled(ink, opacity, xs, ys);
    }

    private void filled(Ink ink, double opacity, double[] xs, double[] ys) {
        pen.area(ink, opacity, xs, ys, xs.length);
        pen.line(ink, 1, xs, ys, xs.length);
    }

    /// The users as smooth densities, in the order of [#bars].
    void densities() {
        density(shown.field(), Ink.FIELD, 0.25);
        shown.matched().ifPresent(sample -> density(sample, Ink.MATCHED, 0.35));
        shown.picked().ifPresent(sample -> density(sample, Ink.PICKED, 0.45));
    }

    private void density(Shown.Sample sample, Ink ink, double opacity) {
        Density density = Density.of(sample, shown.scale());
        int count = density.values().length;
        var xs = new double[count + 2];
        var ys = new double[count + 2];
        for (int i = 0; i < count; i++) {
            xs[i + 1] = plane.x(density.values()[i]);
            ys[i + 1] = plane.y(density.shares()[i]);
        }
        xs[0] = xs[1];
        xs[count + 1] = xs[count];
        ys[0] = plane.y(0);
        ys[count + 1] = plane.y(0);
        filled(ink, opacity, xs, ys);
    }

    /// The users as curves of steps, in the order of [#bars].
    void curves() {
        curve(shown.field().steps(), Ink.FIELD, 1.5);
        shown.matched().ifPresent(sample -> curve(sample.steps(), Ink.MATCHED, 2));
        shown.picked().ifPresent(sample -> curve(sample.steps(), Ink.PICKED, 2));
    }

    private void curve(Steps steps, Ink ink, double lineWidth) {
        int count = steps.values().length;
        var xs = new double[2 * count + 2];
        var ys = new double[2 * count + 2];
        double y = plane.y(0);
        xs[0] = -2;
        ys[0] = y;
        for (int step = 0; step < count; step++) {
            double x = plane.x(steps.values()[step]);
            xs[2 * step + 1] = x;
            ys[2 * step + 1] = y;
            y = plane.y(steps.shares()[step]);
            xs[2 * step + 2] = x;
            ys[2 * step + 2] = y;
        }
        xs[2 * count + 1] = plane.width() + 2;
        ys[2 * count + 1] = y;
        pen.line(ink, lineWidth, xs, ys, xs.length);
    }

    /// One tick at the foot for each lab run.
    void rug() {
        for (double value : shown.lab().values()) {
            double x = Math.floor(plane.x(value));
            pen.box(Ink.LAB, 1, x, plane.height() - RUG_HEIGHT, 1.5, RUG_HEIGHT);
        }
    }

    /// The lab's median as a line with its value on top.
    void median() {
        double median = shown.lab().median();
        if (Double.isNaN(median)) {
            return;
        }
        double x = Math.floor(plane.x(median));
        pen.box(Ink.LAB, 1, x, 0, 2, plane.height());
        label(x, LABEL_HEIGHT + 6, Texts.of("chart.median", Numbers.of(shown.metric(), median)));
    }

    private void label(double x, double y, String words) {
        double width = pen.widthOf(words) + 12;
        double from = x + 6 + width > plane.width() ? x - 6 - width : x + 8;
        pen.box(Ink.PAPER, 0.9, from, y, width, LABEL_HEIGHT);
        pen.text(Ink.LAB, words, from + 6, y + LABEL_HEIGHT / 2, Pen.Align.LEFT);
    }

    /// Where the median meets the curve, with the interval of that place.
    void placement() {
        Placed placed = shown.placed().orElse(null);
        double median = shown.lab().median();
        if (placed == null || Double.isNaN(median)) {
            return;
        }
        double x = plane.x(median);
        double y = plane.y(placed.share());
        double top = plane.y(placed.high());
        pen.box(Ink.LAB, 0.15, 0, top, Math.max(0, x), Math.max(1, plane.y(placed.low()) - top));
        pen.dashes(Ink.LAB, 0, Math.floor(y) + 0.5, x, Math.floor(y) + 0.5);
        pen.ring(Ink.LAB, x, y, 5);
    }
}
