package dev.parallax.ui.chart;

import dev.parallax.ui.chart.Inks.Ink;

/// What a picture is drawn with: on the screen or into a file. Places are pixels from the upper
/// left corner.
interface Pen {

    /// Where a text stands from its place.
    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /// Fills the polygon through the first `count` points.
    void area(Ink ink, double opacity, double[] xs, double[] ys, int count);

    /// Draws through the first `count` points.
    void line(Ink ink, double width, double[] xs, double[] ys, int count);

    /// A straight line of dashes.
    void dashes(Ink ink, double fromX, double fromY, double toX, double toY);

    void box(Ink ink, double opacity, double x, double y, double width, double height);

    /// A small ring around a place, filled with the ground's colour.
    void ring(Ink ink, double x, double y, double radius);

    /// How wide a text will be, pixels.
    double widthOf(String words);

    /// Writes a text.
    ///
    /// @param y the middle of the text's height
    void text(Ink ink, String words, double x, double y, Align align);
}
