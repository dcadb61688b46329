package dev.parallax.ui.chart;

import dev.parallax.ui.chart.Inks.Ink;
import java.util.ArrayList;
import java.util.List;

/// A legend in a picture that goes into a file: swatches with their words in as many lines as they
/// need, so that the picture can be read where the window is not.
final class SvgLegend {
    static final double LINE = 20;

    private static final double SWATCH = 10;
    private static final double GAP = 6;
    private static final double BETWEEN = 16;

    private final List<List<LegendEntry>> lines = new ArrayList<>();

    /// @param width that the lines have, pixels; one entry stands however long it is
    SvgLegend(List<LegendEntry> entries, double width) {
        double right = Double.POSITIVE_INFINITY;
        for (LegendEntry entry : entries) {
            double wide = widthOf(entry);
            if (right + wide > width) {
                lines.add(new ArrayList<>());
                right = 0;
            }
            lines.getLast().add(entry);
            right += wide + BETWEEN;
        }
    }

    /// How much room it takes, pixels; 0 without an entry.
    double height() {
        return lines.size() * LINE;
    }

    /// @param x of its left edge
    /// @param y of its upper edge
    void draw(Pen pen, double x, double y) {
        for (int line = 0; line < lines.size(); line++) {
            double middle = y + (line + 0.5) * LINE;
            double left = x;
            for (LegendEntry entry : lines.get(line)) {
                pen.box(entry.ink(), 1, left, middle - SWATCH / 2, SWATCH, SWATCH);
                pen.text(Ink.MUTED, entry.words(), left + SWATCH + GAP, middle, Pen.Align.LEFT);
                left += widthOf(entry) + BETWEEN;
            }
        }
    }

    private static double widthOf(LegendEntry entry) {
        return SWATCH + GAP + SvgPen.width(entry.words());
    }
}
