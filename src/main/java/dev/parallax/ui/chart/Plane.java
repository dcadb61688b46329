package dev.parallax.ui.chart;

import io.fair_acc.chartfx.axes.Axis;

/// The chart's surface in its two coordinate systems: values and shares, pixels.
///
/// @param width of the surface, pixels
/// @param height of the surface, pixels
record Plane(Axis values, Axis shares, double width, double height) {

    /// The pixel of a value, clamped to just outside the surface: far values overflow the canvas.
    double x(double value) {
        double pixel = values.getDisplayPosition(value);
        return Double.isNaN(pixel) ? -2 : Math.clamp(pixel, -2, width + 2);
    }

    double y(double share) {
        return Math.clamp(shares.getDisplayPosition(share), -2, height + 2);
    }
}
