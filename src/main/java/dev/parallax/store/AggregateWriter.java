package dev.parallax.store;

import dev.parallax.rum.Aggregate;
import dev.parallax.rum.AggregateSink;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.QuarantinedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Writes the aggregates of one import, some in each transaction.
final class AggregateWriter implements AggregateSink {
    private static final int ROWS_AT_ONCE = 500;

    private final Database database;
    private final Staging staging;
    private final ImportSums sums = new ImportSums();
    private final List<Aggregate> waiting = new ArrayList<>();
    private long written;

    AggregateWriter(Database database, Staging staging) {
        this.database = database;
        this.staging = staging;
    }

    /// The place is taken before, so that nobody adds to the data set meanwhile.
    @Override
    public void present(Consumer<Aggregate> taker) {
        if (!staging.isNew()) {
            long dataset = staging.place().dataset();
            database.read(handle -> AggregateRows.list(handle, dataset)).forEach(taker);
        }
    }

    @Override
    public void write(Aggregate aggregate) {
        staging.refuseIfDone();
        waiting.add(aggregate);
        sums.addAggregate(aggregate);
        if (waiting.size() == ROWS_AT_ONCE) {
            insertWaiting();
        }
    }

    private void insertWaiting() {
        long importId = staging.place().importId();
        long first = written;
        database.writeBulk(handle -> {
            long position = first;
            for (Aggregate aggregate : waiting) {
                AggregateRows.insert(handle, importId, position++, aggregate);
            }
            return position;
        });
        written += waiting.size();
        waiting.clear();
    }

    @Override
    public Dataset finish(ImportRecord record, List<QuarantinedLine> lines) {
        insertWaiting();
        return staging.finish(sums, 0, record, lines);
    }

    @Override
    public void abandon() {
        waiting.clear();
        staging.abandon();
    }
}
