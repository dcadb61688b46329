package dev.parallax.ui.chart;

import javafx.scene.canvas.GraphicsContext;

/// One thing drawn on a chart.
@FunctionalInterface
interface Drawing {
    void draw(GraphicsContext gc, Plane plane, Shown shown, Inks inks);
}
