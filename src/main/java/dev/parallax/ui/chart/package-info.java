/// The charts, and the only package that sees ChartFX.
@NullMarked
package dev.parallax.ui.chart;

import org.jspecify.annotations.NullMarked;
