package dev.parallax.statistics;

import java.util.Optional;

/// What [SessionSums] says of each value up to [#VALUES], found in one pass over a large sample: a
/// comparison asks for some forty of them, at different times.
///
/// Counts are whole numbers, so nothing is rounded. For samples without weights.
final class BelowTable {
    /// Values in the table; 13.1 s of a metric in tenths of a millisecond.
    static final int VALUES = 1 << 17;

    /// Smaller samples are quicker to go through again than the table is to fill.
    private static final int SMALLEST = 1 << 17;

    private final int sessions;
    private final double whole;
    private final double wholeSquared;

    /// At v what lies below v; then what lies at v, as the sum of the squares of each session's
    /// part.
    private final long[] scored = new long[VALUES + 1];

    private final long[] squared = new long[VALUES + 1];
    private final long[] timesWhole = new long[VALUES + 1];
    private final long[] tiedSquared = new long[VALUES];

    private BelowTable(ClusteredSample sample) {
        sessions = sample.sessions();
        long all = 0;
        long allSquared = 0;
        for (int session = 0; session < sessions; session++) {
            int start = sample.sessionStart(session);
            int end = sample.sessionStart(session + 1);
            int views = end - start;
            all += views;
            allSquared += (long) views * views;
            int row = start;
            while (row < end && sample.value(row) < VALUES) {
                int value = sample.value(row);
                int below = row - start;
                int tied = 1;
                row++;
                while (row < end && sample.value(row) == value) {
                    tied++;
                    row++;
                }
                scored[value + 1] += tied;
                squared[value + 1] += (long) tied * (2 * below + tied);
                timesWhole[value + 1] += (long) tied * views;
                tiedSquared[value] += (long) tied * tied;
            }
        }
        for (int value = 1; value <= VALUES; value++) {
            scored[value] += scored[value - 1];
            squared[value] += squared[value - 1];
            timesWhole[value] += timesWhole[value - 1];
        }
        whole = all;
        wholeSquared = allSquared;
    }

    /// The table of a sample; empty if it has weights, is small, or its sessions are unknown.
    static Optional<BelowTable> of(ClusteredSample sample) {
        return sample.isWeighted() || sample.size() < SMALLEST || sample.sessions() == 0
                ? Optional.empty()
                : Optional.of(new BelowTable(sample));
    }

    boolean knows(double x) {
        return x >= 0 && x < VALUES;
    }

    /// As [SessionSums#below] of one value: what lies at it counts with `scoreOfTies` c. With b
    /// below it and a at or below it in a session, the session scores t = (1 − c) · b + c · a, and
    /// t² needs Σ a·b = (Σ a² + Σ b² − Σ (a − b)²) / 2.
    SessionSums below(double x, double scoreOfTies) {
        int low = (int) Math.ceil(x);
        int high = (int) Math.floor(x) + 1;
        double rest = 1 - scoreOfTies;
        double between = low == x ? tiedSquared[low] : 0;
        double product = (squared[low] + (double) squared[high] - between) / 2;
        return new SessionSums(
                sessions,
                rest * scored[low] + scoreOfTies * scored[high],
                whole,
                rest * rest * squared[low]
                        + 2 * rest * scoreOfTies * product
                        + scoreOfTies * scoreOfTies * squared[high],
                rest * timesWhole[low] + scoreOfTies * timesWhole[high],
                wholeSquared);
    }
}
