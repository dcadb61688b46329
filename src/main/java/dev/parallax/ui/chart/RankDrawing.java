package dev.parallax.ui.chart;

import dev.parallax.ui.chart.Inks.Ink;
import dev.parallax.ui.chart.RankShown.Row;

/// Draws a ranking: names to the left, bars with whiskers, what is said of them to the right.
final class RankDrawing {
    static final double ROW = 28;
    static final double HEAD = 24;

    private static final double KIND = 124;
    private static final double NAME = 148;
    private static final double RIGHT = 372;
    private static final double GAP = 32;
    private static final double FIGURE = 120;
    private static final double BAR = 12;
    private static final int LETTERS = 22;
    private static final double[] RATIOS = {1 / 32.0, 1 / 8.0, 0.25, 0.5, 1, 2, 4, 8, 32};

    private final Pen pen;
    private final RankShown shown;
    private final double width;
    private final double least;
    private final double most;

    RankDrawing(Pen pen, RankShown shown, double width) {
        this.pen = pen;
        this.shown = shown;
        this.width = width;
        least = shown.least();
        most = shown.most();
    }

    /// @param rows how many are drawn
    /// @param cursor the row that is pointed at, -1 if none is
    void draw(int rows, int cursor) {
        double height = HEAD + rows * ROW;
        if (cursor >= 0 && cursor < rows) {
            pen.box(Ink.GRID, 0.5, 0, HEAD + cursor * ROW, width, ROW);
        }
        marks(height);
        double right = width - RIGHT + GAP;
        pen.text(Ink.MUTED, shown.heads().figure(), right, HEAD / 2, Pen.Align.LEFT);
        pen.text(Ink.MUTED, shown.heads().detail(), right + FIGURE, HEAD / 2, Pen.Align.LEFT);
        for (int i = 0; i < rows; i++) {
            row(shown.rows().get(i), HEAD + (i + 0.5) * ROW);
        }
    }

    private void marks(double height) {
        if (shown.scale() == Scale.LOGARITHMIC) {
            for (double ratio : RATIOS) {
                if (ratio >= least && ratio <= most) {
                    mark(ratio, height);
                }
            }
            double one = x(1);
            pen.dashes(Ink.MUTED, one, HEAD, one, height);
            return;
        }
        double step = ShareAxis.step(most);
        for (int i = 0; i * step <= most; i++) {
            mark(i * step, height);
        }
    }

    private void mark(double value, double height) {
        double at = Math.rint(x(value));
        pen.box(Ink.GRID, 0.7, at, HEAD, 1, height - HEAD);
        pen.text(Ink.MUTED, shown.mark().apply(value), at, HEAD / 2, Pen.Align.CENTER);
    }

    private void row(Row row, double middle) {
        pen.text(Ink.MUTED, cut(row.kind()), 8, middle, Pen.Align.LEFT);
        pen.text(Ink.TEXT, cut(row.name()), KIND + 8, middle, Pen.Align.LEFT);
        Ink ink =
                switch (row.standing()) {
                    case OVER -> Ink.MATCHED;
                    case UNDER -> Ink.LAB;
                    case UNSURE -> Ink.FIELD;
                };
        double from = x(shown.scale() == Scale.LOGARITHMIC ? 1 : 0);
        double to = x(row.value());
        pen.box(
                ink,
                row.standing() == RankShown.Standing.UNSURE ? 0.35 : 0.75,
                Math.min(from, to),
                middle - BAR / 2,
                Math.max(2, Math.abs(to - from)),
                BAR);
        whisker(x(row.low()), x(row.high()), middle);
        double right = width - RIGHT + GAP;
        pen.text(Ink.TEXT, row.figure(), right, middle, Pen.Align.LEFT);
        pen.text(Ink.MUTED, row.detail(), right + FIGURE, middle, Pen.Align.LEFT);
    }

    private void whisker(double low, double high, double middle) {
        double y = Math.rint(middle) - 0.5;
        pen.box(Ink.TEXT, 0.8, low, y, Math.max(1, high - low), 1);
        pen.box(Ink.TEXT, 0.8, low, middle - 4, 1, 8);
        pen.box(Ink.TEXT, 0.8, high - 1, middle - 4, 1, 8);
    }

    private static String cut(String text) {
        return text.length() <= LETTERS ? text : text.substring(0, LETTERS - 1) + "…";
    }

    private double x(double value) {
        double left = KIND + NAME;
        double span = Math.max(1, width - left - RIGHT);
        double part =
                shown.scale() == Scale.LOGARITHMIC
                        ? Math.log(value / least) / Math.log(most / least)
                        : value / most;
        return left + span * Math.clamp(part, 0, 1);
    }
}
