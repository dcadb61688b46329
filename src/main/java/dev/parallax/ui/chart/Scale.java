package dev.parallax.ui.chart;

/// How values are spread along a chart's horizontal axis.
public enum Scale {
    /// Equal ratios are equally wide: shows fast and slow users at once.
    LOGARITHMIC,
    /// Equal differences are equally wide.
    LINEAR
}
