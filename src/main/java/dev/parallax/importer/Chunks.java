package dev.parallax.importer;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Chunk;

/// Lines up finished drafts in chunks and sends each full chunk off.
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

    void add(Draft draft) {
        if (rows == Chunk.CAPACITY) {
            send();
            chunk = take();
        }
        int row = rows++;
        chunk.times()[row] = draft.time;
        for (int i = 0; i < metrics.length; i++) {
            int value = draft.metrics[i];
            if (value != Chunk.MISSING) {
                metrics[i][row] = value;
                tally.value(i, value);
            }
        }
        for (int i = 0; i < dimensions.length; i++) {
            dimensions[i][row] = draft.dimensions[i];
        }
        chunk.pages()[row] = draft.page;
        chunk.sessions()[row] = draft.session;
        chunk.weights()[row] = draft.weight;
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
