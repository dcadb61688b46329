package dev.parallax.ui.compare;

import dev.parallax.compare.Lifts;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Brush;
import dev.parallax.ui.common.BrushWords;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;

/// Page views that were picked by drawing over charts, and who they are.
///
/// @param metric whose values the brush means
/// @param brush what was drawn
/// @param lifts how the picked differ from all compared
public record Picked(Metric metric, Brush brush, Lifts lifts) {
    /// What is picked: `LCP 2,500 ms to 4,000 ms · 12,345 views, 8.0 %`.
    String words() {
        return Texts.of(
                "who.picked",
                BrushWords.of(metric, brush),
                Numbers.count(Math.round(lifts.picked())),
                Numbers.percent(lifts.picked() / lifts.compared()));
    }
}
