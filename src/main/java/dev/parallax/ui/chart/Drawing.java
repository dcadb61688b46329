package dev.parallax.ui.chart;

import javafx.scene.canvas.GraphicsContext;

/// One thing drawn on a chart.
///
/// @param <S> what the chart shows
@FunctionalInterface
interface Drawing<S> {
    void draw(GraphicsContext gc, Plane plane, S shown, Inks inks);
}
