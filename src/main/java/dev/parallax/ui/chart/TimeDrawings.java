package dev.parallax.ui.chart;

import dev.parallax.compare.Annotation;
import dev.parallax.rum.TimeBand;
import dev.parallax.ui.chart.Inks.Ink;
import dev.parallax.ui.common.Texts;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/// Everything the time chart is made of, from the background forward. A stretch that lacks a
/// percentile breaks its line: nothing is drawn across a gap.
final class TimeDrawings {
    /// Between the zero line and the page views under it.
    private static final double SEAM = 4;

    private final Pen pen;
    private final Plane plane;
    private final TimeShown shown;

    TimeDrawings(Pen pen, Plane plane, TimeShown shown) {
        this.pen = pen;
        this.plane = plane;
        this.shown = shown;
    }

    void all() {
        gaps();
        views();
        limits();
        ribbon();
        line(TimeBand::p95, Ink.FIELD, 1.25);
        line(TimeBand::p75, Ink.MATCHED, 1);
        line(TimeBand::p50, Ink.MATCHED, 2.25);
        LabDots.draw(pen, plane, shown.lab(), begin(), end());
        notes();
        limitNames();
    }

    /// What is looked at, seconds since the epoch.
    private double begin() {
        return plane.values().getMin();
    }

    private double end() {
        return plane.values().getMax();
    }

    /// What happened, as lines with its words at the top; words that would lie over others are left
    /// out until there is room.
    private void notes() {
        double free = 0;
        for (Annotation note : shown.notes()) {
            double at = note.at().toEpochMilli() / 1e3;
            if (at < begin() || at > end()) {
                continue;
            }
            double x = Math.floor(plane.x(at)) + 0.5;
            pen.dashes(Ink.NOTE, x, 0, x, plane.y(0));
            double width = pen.widthOf(note.text()) + 8;
            if (x >= free && x + width <= plane.width()) {
                pen.box(Ink.PAPER, 0.85, x + 2, 1, width, 15);
                pen.text(Ink.NOTE, note.text(), x + 6, 9, Pen.Align.LEFT);
                free = x + width;
            }
        }
    }

    /// Time without any page view.
    private void gaps() {
        int from = 0;
        List<TimeBand> bands = shown.bands();
        while (from < bands.size()) {
            if (bands.get(from).views() > 0) {
                from++;
                continue;
            }
            int to = from;
            while (to < bands.size() && bands.get(to).views() == 0) {
                to++;
            }
            double left = plane.x(begin(from));
            double width = plane.x(end(to - 1)) - left;
            pen.box(Ink.MUTED, 0.10, left, 0, width, plane.height());
            if (width > 64) {
                pen.text(
                        Ink.MUTED,
                        Texts.of("chart.time.gap"),
                        left + width / 2,
                        plane.height() / 2,
                        Pen.Align.CENTER);
            }
            from = to;
        }
    }

    private void views() {
        long most = shown.mostViews();
        double room = plane.height() - plane.y(0) - SEAM;
        for (int band = 0; band < shown.bands().size() && most > 0; band++) {
            double share = (double) shown.bands().get(band).views() / most;
            double height = share * room;
            double left = plane.x(begin(band));
            double width = plane.x(end(band)) - left;
            if (width > 0 && height > 0) {
                double seam = width > 4 ? 1 : 0;
                pen.box(
                        Ink.FIELD,
                        0.45,
                        left,
                        plane.height() - height,
                        Math.max(0.5, width - seam),
                        height);
            }
        }
    }

    private void limits() {
        shown.metric()
                .thresholds()
                .ifPresent(limits -> {
                    limit(limits.good(), Ink.GOOD);
                    limit(limits.poor(), Ink.POOR);
                });
    }

    private void limit(double value, Ink ink) {
        double y = Math.floor(plane.y(value)) + 0.5;
        if (isInside(y)) {
            pen.dashes(ink, 0, y, plane.width(), y);
        }
    }

    /// The names last: a line that runs through them is covered there.
    private void limitNames() {
        shown.metric()
                .thresholds()
                .ifPresent(limits -> {
                    limitName(limits.good(), Ink.GOOD, Texts.of("chart.good"));
                    limitName(limits.poor(), Ink.POOR, Texts.of("chart.poor"));
                });
    }

    private void limitName(double value, Ink ink, String name) {
        double y = plane.y(value);
        if (isInside(y)) {
            double above = y > 20 ? y - 10 : y + 10;
            double width = 10 + 7.0 * name.length();
            pen.box(Ink.PAPER, 0.75, plane.width() - width, above - 8, width, 16);
            pen.text(ink, name, plane.width() - 4, above, Pen.Align.RIGHT);
        }
    }

    private boolean isInside(double y) {
        return y > 1 && y < plane.height() - 1;
    }

    private void ribbon() {
        runs(
                TimeBand::p75,
                (from, to) -> {
                    int points = points(from, to);
                    var xs = new double[2 * points];
                    var ys = new double[2 * points];
                    trace(TimeBand::p75, from, to, xs, ys);
                    for (int i = 0; i < points; i++) {
                        xs[2 * points - 1 - i] = xs[i];
                    }
                    var lower = new double[points];
                    trace(TimeBand::p25, from, to, new double[points], lower);
                    for (int i = 0; i < points; i++) {
                        ys[2 * points - 1 - i] = lower[i];
                    }
                    pen.area(Ink.MATCHED, 0.20, xs, ys, 2 * points);
                });
    }

    private void line(Function<TimeBand, OptionalDouble> percentile, Ink ink, double width) {
        runs(
                percentile,
                (from, to) -> {
                    int points = points(from, to);
                    var xs = new double[points];
                    var ys = new double[points];
                    trace(percentile, from, to, xs, ys);
                    pen.line(ink, width, xs, ys, points);
                });
    }

    /// One point a stretch, in its middle; a single one is as wide as its stretch.
    private static int points(int from, int to) {
        return to - from == 1 ? 2 : to - from;
    }

    private void trace(
            Function<TimeBand, OptionalDouble> percentile,
            int from,
            int to,
            double[] xs,
            double[] ys) {
        if (to - from == 1) {
            double y = plane.y(value(percentile, from));
            xs[0] = plane.x(begin(from));
            xs[1] = plane.x(end(from));
            ys[0] = y;
            ys[1] = y;
            return;
        }
        for (int band = from; band < to; band++) {
            xs[band - from] = plane.x((begin(band) + end(band)) / 2);
            ys[band - from] = plane.y(value(percentile, band));
        }
    }

    private double value(Function<TimeBand, OptionalDouble> percentile, int band) {
        return percentile.apply(shown.bands().get(band)).orElse(0);
    }

    private interface Run {
        void draw(int from, int to);
    }

    /// Each unbroken run of stretches that have the percentile.
    private void runs(Function<TimeBand, OptionalDouble> percentile, Run run) {
        List<TimeBand> bands = shown.bands();
        int from = 0;
        while (from < bands.size()) {
            if (percentile.apply(bands.get(from)).isEmpty()) {
                from++;
                continue;
            }
            int to = from;
            while (to < bands.size() && percentile.apply(bands.get(to)).isPresent()) {
                to++;
            }
            run.draw(from, to);
            from = to;
        }
    }

    private double begin(int band) {
        return shown.bands().get(band).from().toEpochMilli() / 1e3;
    }

    private double end(int band) {
        return shown.bands().get(band).to().toEpochMilli() / 1e3;
    }
}
