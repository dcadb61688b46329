package dev.parallax.ui.chart;

import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;

/// Keeps a canvas as large as itself, and has it drawn anew when that changes.
final class CanvasPane extends Pane {
    private final Canvas canvas;
    private final Runnable draw;

    CanvasPane(Canvas canvas, Runnable draw) {
        this.canvas = canvas;
        this.draw = draw;
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw.run();
        }
    }
}
