package dev.parallax.importer;

import dev.parallax.rum.Aggregate;
import dev.parallax.rum.AggregateSink;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.PageViewSink;
import dev.parallax.rum.Provenance;
import dev.parallax.rum.QuarantinedLine;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// Takes whatever the files hold and keeps nothing: for a trial that only counts.
public final class TrialTarget implements ImportTarget {

    @Override
    public PageViewSink pageViews() {
        return new NoStore();
    }

    @Override
    public AggregateSink aggregates() {
        return new NoAggregates();
    }

    private static final class NoAggregates implements AggregateSink {
        private long count;

        @Override
        public void present(Consumer<Aggregate> taker) {}

        @Override
        public void write(Aggregate aggregate) {
            count++;
        }

        /// A data set that is nowhere: only its figures mean something.
        @Override
        public Dataset finish(ImportRecord record, List<QuarantinedLine> lines) {
            return new Dataset(
                    0,
                    0,
                    Dataset.Kind.AGGREGATES,
                    "",
                    Instant.EPOCH,
                    new Dataset.Size(count, 0, 0, Dataset.Weighting.NONE),
                    null,
                    null,
                    Provenance.of(List.of(record)));
        }

        @Override
        public void abandon() {}
    }
}
