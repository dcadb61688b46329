package dev.parallax.ui.chart;

import dev.parallax.metric.Metric;
import dev.parallax.ui.chart.Inks.Ink;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// The shape of a distribution without axes: a silhouette in the colours of the metric's classes,
/// small enough to stand beside a number.
public final class MiniDistribution extends Pane {
    private final Canvas canvas = new Canvas();
    private final Inks inks = new Inks(this::draw);
    private @Nullable Metric metric;
    private @Nullable Bins bins;

    /// Draws nothing until it is told what.
    public MiniDistribution() {
        getChildren().addAll(inks, canvas);
        setMouseTransparent(true);
        setMinHeight(32);
        setPrefHeight(32);
    }

    /// Shows a distribution.
    ///
    /// @param newBins in the metric's unit, all equally wide on the picture
    public void show(Metric newMetric, Bins newBins) {
        metric = newMetric;
        bins = newBins;
        draw();
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
        double height = canvas.getHeight();
        gc.clearRect(0, 0, canvas.getWidth(), height);
        Bins now = bins;
        Metric of = metric;
        if (now == null || of == null || now.highest() <= 0) {
            return;
        }
        var pen = new CanvasPen(gc, inks);
        int count = now.shares().length;
        double width = canvas.getWidth() / count;
        for (int bin = 0; bin < count; bin++) {
            double bar = now.shares()[bin] / now.highest() * (height - 1);
            if (bar > 0) {
                double middle = (now.edges()[bin] + now.edges()[bin + 1]) / 2;
                pen.box(
                        ink(of, middle),
                        0.75,
                        bin * width,
                        height - Math.max(1, bar),
                        Math.max(0.5, width - (width > 3 ? 1 : 0)),
                        Math.max(1, bar));
            }
        }
    }

    private static Ink ink(Metric metric, double value) {
        return metric.thresholds()
                .map(limits ->
                        switch (limits.rate(value)) {
                            case GOOD -> Ink.GOOD;
                            case NEEDS_IMPROVEMENT -> Ink.FAIR;
                            case POOR -> Ink.POOR;
                        })
                .orElse(Ink.FIELD);
    }
}
