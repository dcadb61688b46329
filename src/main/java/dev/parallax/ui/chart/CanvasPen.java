package dev.parallax.ui.chart;

import dev.parallax.ui.chart.Inks.Ink;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Draws on the screen.
///
/// @param gc where
/// @param inks the theme's colours
record CanvasPen(GraphicsContext gc, Inks inks) implements Pen {
    @Override
    public void area(Ink ink, double opacity, double[] xs, double[] ys, int count) {
        gc.setGlobalAlpha(opacity);
        gc.setFill(inks.paint(ink));
        gc.fillPolygon(xs, ys, count);
        gc.setGlobalAlpha(1);
    }

    @Override
    public void line(Ink ink, double width, double[] xs, double[] ys, int count) {
        gc.setStroke(inks.paint(ink));
        gc.setLineWidth(width);
        gc.setLineJoin(StrokeLineJoin.ROUND);
        gc.strokePolyline(xs, ys, count);
    }

    @Override
    public void dashes(Ink ink, double fromX, double fromY, double toX, double toY) {
        gc.setStroke(inks.paint(ink));
        gc.setLineWidth(1);
        gc.setLineDashes(4, 4);
        gc.strokeLine(fromX, fromY, toX, toY);
        gc.setLineDashes();
    }

    @Override
    public void box(Ink ink, double opacity, double x, double y, double width, double height) {
        gc.setGlobalAlpha(opacity);
        gc.setFill(inks.paint(ink));
        gc.fillRect(x, y, width, height);
        gc.setGlobalAlpha(1);
    }

    @Override
    public void ring(Ink ink, double x, double y, double radius) {
        gc.setFill(inks.paint(Ink.PAPER));
        gc.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        gc.setStroke(inks.paint(ink));
        gc.setLineWidth(2.5);
        gc.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public double widthOf(String words) {
        var text = new Text(words);
        text.setFont(inks.font());
        return Math.ceil(text.getLayoutBounds().getWidth());
    }

    @Override
    public void text(Ink ink, String words, double x, double y, Align align) {
        gc.setFill(inks.paint(ink));
        gc.setFont(inks.font());
        gc.setTextBaseline(VPos.CENTER);
        gc.setTextAlign(
                switch (align) {
                    case LEFT -> TextAlignment.LEFT;
                    case CENTER -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
        gc.fillText(words, x, y);
    }
}
