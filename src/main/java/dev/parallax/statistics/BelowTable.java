package dev.parallax.statistics;

import java.util.List;
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

    private static final int SCORED = 0;
    private static final int SQUARED = 1;
    private static final int TIMES_WHOLE = 2;
    private static final int TIED = 3;
    private static final int WIDTH = 4;

    private final int sessions;
    private final double whole;
    private final double wholeSquared;

    /// Of each value what lies below it, Σt, Σt² and Σt·m, and what lies at the value before it,
    /// Σt²: side by side, so that the processor fetches them together.
    private final long[] cells;

    private BelowTable(ClusteredSample sample) {
        sessions = sample.sessions();
        List<Part> parts =
                Parts.map(sessions, sample.size(), (from, to) -> new Part(sample, from, to));
        long all = 0;
        long allSquared = 0;
        for (Part part : parts) {
            all += part.all;
            allSquared += part.allSquared;
        }
        whole = all;
        wholeSquared = allSquared;
        cells = added(parts);
        for (int i = WIDTH; i < cells.length; i++) {
            if (i % WIDTH != TIED) {
                cells[i] += cells[i - WIDTH];
            }
        }
    }

    private static long[] added(List<Part> parts) {
        long[] sums = parts.getFirst().cells;
        for (Part part : parts.subList(1, parts.size())) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += part.cells[i];
            }
        }
        return sums;
    }

    /// What some of the sessions add to each value.
    private static final class Part {
        private final long[] cells = new long[(VALUES + 2) * WIDTH];
        private long all;
        private long allSquared;

        Part(ClusteredSample sample, int firstSession, int sessionsEnd) {
            for (int session = firstSession; session < sessionsEnd; session++) {
                int views = sample.sessionStart(session + 1) - sample.sessionStart(session);
                all += views;
                allSquared += (long) views * views;
            }
            fill(sample, firstSession, sample.beginnings(firstSession, sessionsEnd));
        }

        /// Row by row, as sessions are too short for a loop of their own: the n-th row of a
        /// session, from 0, adds 2 · n + 1 to the square of what the session has.
        private void fill(ClusteredSample sample, int firstSession, long[] beginnings) {
            int[] values = sample.values();
            int[] starts = sample.sessionStarts();
            long[] cells = this.cells;
            int first = starts[firstSession];
            int rows = (int) all;
            int session = firstSession;
            int before = -1;
            int tied = 0;
            for (int i = 0; i < rows; i++) {
                session += (int) (beginnings[i >>> 6] >>> i) & 1;
                int start = starts[session];
                int own = first + i - start;
                int value = values[first + i];
                tied = value == before && own > 0 ? tied + 1 : 0;
                before = value;
                int at = (Math.min(value, VALUES) + 1) * WIDTH;
                cells[at + SCORED]++;
                cells[at + SQUARED] += 2 * own + 1;
                cells[at + TIMES_WHOLE] += starts[session + 1] - start;
                cells[at + TIED] += 2 * tied + 1;
            }
        }
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
        int low = (int) Math.ceil(x) * WIDTH;
        int high = ((int) Math.floor(x) + 1) * WIDTH;
        double rest = 1 - scoreOfTies;
        // what lies at a value stands where what lies below the next one does
        double between = high > low ? cells[high + TIED] : 0;
        double product = (cells[low + SQUARED] + (double) cells[high + SQUARED] - between) / 2;
        return new SessionSums(
                sessions,
                rest * cells[low + SCORED] + scoreOfTies * cells[high + SCORED],
                whole,
                rest * rest * cells[low + SQUARED]
                        + 2 * rest * scoreOfTies * product
                        + scoreOfTies * scoreOfTies * cells[high + SQUARED],
                rest * cells[low + TIMES_WHOLE] + scoreOfTies * cells[high + TIMES_WHOLE],
                wholeSquared);
    }
}
