package dev.parallax.rum;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A store of aggregates in memory.
public final class RecordedAggregates implements AggregateSink {
    private static final Instant IMPORTED = Instant.parse("2026-11-23T00:00:00Z");

    private final List<Aggregate> aggregates = new ArrayList<>();
    private List<QuarantinedLine> lines = List.of();
    private boolean finished;
    private boolean abandoned;

    @Override
    public void present(Consumer<Aggregate> taker) {
        aggregates.forEach(taker);
    }

    @Override
    public void write(Aggregate aggregate) {
        aggregates.add(aggregate);
    }

    @Override
    public Dataset finish(ImportRecord record, List<QuarantinedLine> kept) {
        finished = true;
        lines = List.copyOf(kept);
        return new Dataset(
                1,
                1,
                Dataset.Kind.AGGREGATES,
                "recorded",
                IMPORTED,
                new Dataset.Size(aggregates.size(), 0, 0, Dataset.Weighting.NONE),
                null,
                null,
                Provenance.of(List.of(record)));
    }

    @Override
    public void abandon() {
        abandoned = true;
    }

    public boolean isFinished() {
        return finished;
    }

    public boolean isAbandoned() {
        return abandoned;
    }

    /// What was written, in that order.
    public List<Aggregate> aggregates() {
        return aggregates;
    }

    /// The lines that were not used.
    public List<QuarantinedLine> lines() {
        return lines;
    }
}
