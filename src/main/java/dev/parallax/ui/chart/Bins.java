package dev.parallax.ui.chart;

/// Which share of the values lies in each of neighbouring bins. The arrays are not copied; whoever
/// hands them in leaves them alone.
///
/// @param edges the bins' limits, ascending, one more than there are bins; in the metric's unit
/// @param shares of all values per bin, 0 to 1
@SuppressWarnings("ArrayRecordComponent") // redrawn many times a second, compared by nobody
public record Bins(double[] edges, double[] shares) {
    public Bins {
        if (edges.length != shares.length + 1) {
            throw new IllegalArgumentException(
                    edges.length + " edges do not fit " + shares.length + " shares");
        }
    }

    /// The largest share of any bin, 0 if there is none.
    double highest() {
        double highest = 0;
        for (double share : shares) {
            highest = Math.max(highest, share);
        }
        return highest;
    }

    /// The bin a value falls in, -1 if it lies outside all of them.
    int binOf(double value) {
        if (!(value >= edges[0]) || value >= edges[edges.length - 1]) {
            return -1;
        }
        int found = java.util.Arrays.binarySearch(edges, value);
        return found >= 0 ? found : -found - 2;
    }
}
