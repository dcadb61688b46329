package dev.parallax.ui.chart;

/// What is drawn on a chart's surface, from the background forward.
///
/// @param <S> what the chart shows
@FunctionalInterface
interface Drawing<S> {
    void draw(Pen pen, Plane plane, S shown);
}
