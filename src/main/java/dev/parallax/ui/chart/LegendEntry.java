package dev.parallax.ui.chart;

import dev.parallax.ui.chart.Inks.Ink;

/// What a colour of a chart means.
///
/// @param words in a few words
record LegendEntry(Ink ink, String words) {}
