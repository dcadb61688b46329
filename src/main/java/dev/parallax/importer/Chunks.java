package dev.parallax.importer;

import dev.parallax.importer.join.Part;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Chunk;
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
        for (int i = 0; i < metrics.length; i++) {
            int value = view.metrics[i];
            if (value != Chunk.MISSING) {
                metrics[i][row] = value;
                tally.value(i, value);
            }
        }
        for (int i = 0; i < dimensions.length; i++) {
            dimensions[i][row] = view.dimensions[i];
        }
        chunk.pages()[row] = view.page;
        chunk.sessions()[row] = view.session;
        chunk.weights()[row] = view.weightOrOne();
        chunk.views()[row] = view.view;
        chunk.users()[row] = view.user;
        chunk.exclusions()[row] = view.exclusion;
        if (view.exclusion != Exclusion.NONE.code()) {
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
        chunk.rows(rows);
        conveyor.send(chunk);
    }
}
