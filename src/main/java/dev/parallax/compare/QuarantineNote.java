package dev.parallax.compare;

import dev.parallax.metric.Metric;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.QuarantineReason;
import dev.parallax.rum.QuarantinedValues;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is said of values that a source told and that cannot be true.
public final class QuarantineNote {
    private QuarantineNote() {}

    /// The note for one metric; empty if none of its values is in quarantine.
    ///
    /// @param values those of the whole data set, whatever the metric
    public static Optional<Note> of(
            Dataset dataset, Metric metric, List<QuarantinedValues> values) {
        Map<QuarantineReason, Long> counts = new EnumMap<>(QuarantineReason.class);
        values.stream()
                .filter(one -> one.metric() == metric && one.count() > 0)
                .forEach(one -> counts.merge(one.reason(), one.count(), Long::sum));
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        String reasons =
                counts.entrySet().stream()
                        .map(one ->
                                String.format(
                                        Locale.ROOT,
                                        "%,d %s",
                                        one.getValue(),
                                        one.getKey().label()))
                        .collect(Collectors.joining(", "));
        return Optional.of(
                new Note(
                        Note.Kind.QUARANTINE,
                        String.format(
                                Locale.ROOT,
                                "%,d %s of %s in the data set \"%s\" (source: %s) cannot be true and %s as missing: %s.",
                                all,
                                all == 1 ? "value" : "values",
                                metric.shortName(),
                                dataset.name(),
                                dataset.provenance().format(),
                                all == 1 ? "counts" : "count",
                                reasons)));
    }
}
