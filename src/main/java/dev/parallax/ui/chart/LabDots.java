package dev.parallax.ui.chart;

import dev.parallax.compare.LabSeries;
import dev.parallax.ui.chart.Inks.Ink;
import java.util.Arrays;

/// The lab's runs as dots along time. However many there are, no more than the lowest and the
/// highest of each pixel's column are drawn, so that a million cost as much as a thousand and a
/// single outlier is seen at every zoom.
///
/// @see <a href="https://doi.org/10.14778/2732951.2732953">Jugel et al., M4: a
///   visualization-oriented time series data aggregation, 2014</a>
final class LabDots {
    private static final double DOT = 3;

    private LabDots() {}

    /// What is drawn in one column of pixels.
    interface Column {
        /// Draws a column.
        ///
        /// @param x of the column, pixels
        /// @param low the lowest value that falls in it
        /// @param high the highest
        void draw(double x, double low, double high);
    }

    /// Draws the runs. Those above the top are marked there by a wedge.
    static void draw(Pen pen, Plane plane, LabSeries runs, double begin, double end) {
        columns(
                runs,
                begin,
                end,
                plane.width(),
                (x, low, high) -> {
                    double bottom = plane.y(low);
                    double top = plane.y(high);
                    if (bottom - top > DOT) {
                        pen.box(Ink.LAB, 0.55, x, Math.max(0, top), 1, bottom - Math.max(0, top));
                        dot(pen, x, bottom);
                    }
                    if (top < 0) {
                        wedge(pen, x);
                    } else {
                        dot(pen, x, top);
                    }
                });
    }

    private static void dot(Pen pen, double x, double y) {
        pen.box(Ink.LAB, 1, x - DOT / 2 + 0.5, y - DOT / 2, DOT, DOT);
    }

    private static void wedge(Pen pen, double x) {
        pen.area(Ink.LAB, 1, new double[] {x - 4, x + 4, x}, new double[] {8, 8, 1}, 3);
    }

    /// Tells each column of pixels that holds runs, from left to right.
    ///
    /// @param begin seconds since the epoch at the left edge
    /// @param end seconds at the right edge
    static void columns(LabSeries runs, double begin, double end, double width, Column taker) {
        long[] millis = runs.millis();
        double[] values = runs.values();
        double perMilli = width / ((end - begin) * 1e3);
        double first = begin * 1e3;
        int i = firstFrom(millis, (long) Math.ceil(first));
        long last = (long) Math.floor(end * 1e3);
        while (i < millis.length && millis[i] <= last) {
            int column = (int) ((millis[i] - first) * perMilli);
            double low = values[i];
            double high = low;
            i++;
            while (i < millis.length
                    && millis[i] <= last
                    && (int) ((millis[i] - first) * perMilli) == column) {
                low = Math.min(low, values[i]);
                high = Math.max(high, values[i]);
                i++;
            }
            taker.draw(column, low, high);
        }
    }

    /// The first run that did not start before a moment.
    static int firstFrom(long[] millis, long moment) {
        int found = Arrays.binarySearch(millis, moment);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && millis[found - 1] == moment) {
            found--;
        }
        return found;
    }
}
