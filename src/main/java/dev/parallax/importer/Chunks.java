package dev.parallax.importer;

import dev.parallax.importer.join.Part;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dictionary;
import dev.parallax.rum.Exclusion;
import dev.parallax.rum.QuarantineReason;

/// Lines up page views in chunks and sends each full chunk off.
final class Chunks {
    private final Conveyor conveyor;
    private final Tally tally;
    private final int[][] metrics = new int[Draft.METRICS][];
    private final int[][] dimensions = new int[Draft.DIMENSIONS][];
    private Chunk chunk;
    private int rows;

    Chunks(Conveyor conveyor, Tally tally) {
        this.conveyor = conveyor;
        this.tally = tally;
        this.chunk = take();
    }

    private Chunk take() {
        Chunk taken = conveyor.take();
        for (int i = 0; i < metrics.length; i++) {
            metrics[i] = taken.metric(Metric.all().get(i));
        }
        for (int i = 0; i < dimensions.length; i++) {
            dimensions[i] = taken.dimension(Dimension.all().get(i));
        }
        rows = 0;
        return taken;
    }

    void add(Part view) {
        if (rows == Chunk.CAPACITY) {
            send();
            chunk = take();
        }
        int row = rows++;
        chunk.times()[row] = view.time;
        for (int i = 0; i < Draft.METRICS; i++) {
            metrics[i][row] = view.metrics[i];
        }
        // most columns are empty in all rows: to leave those alone is cheaper than to write them
        for (int i = 0; i < Draft.DIMENSIONS; i++) {
            int code = view.dimensions[i];
            if (code != Dictionary.UNKNOWN) {
                dimensions[i][row] = code;
            }
        }
        chunk.pages()[row] = view.page;
        chunk.sessions()[row] = view.session;
        if (view.weight != Part.NO_WEIGHT) {
            chunk.weights()[row] = view.weight;
        }
        if (view.view != Part.NO_ID) {
            chunk.views()[row] = view.view;
        }
        if (view.user != Part.NO_ID) {
            chunk.users()[row] = view.user;
        }
        if (view.exclusion != Exclusion.NONE.code()) {
            chunk.exclusions()[row] = view.exclusion;
            tally.excluded(Exclusion.all().get(view.exclusion));
        }
        if (view.hasReason()) {
            quarantine(view, row);
        }
    }

    private void quarantine(Part view, int row) {
        for (int i = 0; i < metrics.length; i++) {
            QuarantineReason reason = view.reasons[i];
            if (reason != null) {
                chunk.quarantine().add(row, Metric.all().get(i), reason, view.quarantined[i]);
            }
        }
    }

    /// Sends off what is left.
    void finish() {
        if (rows > 0) {
            send();
        }
    }

    private void send() {
        // a column at a time: nothing to count for each row
        int most = 0;
        for (int i = 0; i < Draft.METRICS; i++) {
            most = Math.max(most, count(i, metrics[i]));
        }
        if (most < rows) {
            tally.withoutMetric(withoutMetric());
        }
        chunk.rows(rows);
        conveyor.send(chunk);
    }

    private int count(int metric, int[] values) {
        int known = 0;
        int zeros = 0;
        for (int row = 0; row < rows; row++) {
            known += values[row] == Chunk.MISSING ? 0 : 1;
            zeros += values[row] == 0 ? 1 : 0;
        }
        tally.values(metric, known, zeros);
        return known;
    }

    private int withoutMetric() {
        int without = 0;
        for (int row = 0; row < rows; row++) {
            boolean isMissing = true;
            for (int[] values : metrics) {
                isMissing &= values[row] == Chunk.MISSING;
            }
            without += isMissing ? 1 : 0;
        }
        return without;
    }
}
