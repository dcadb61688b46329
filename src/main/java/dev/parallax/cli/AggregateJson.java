package dev.parallax.cli;

import dev.parallax.metric.Metric;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.Aggregate.Binned;
import dev.parallax.rum.RatingShares;
import dev.parallax.rum.RatingShares.Bounds;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The JSON shape of aggregates, as `docs/cli.md` describes it.
final class AggregateJson {
    private AggregateJson() {}

    static List<JsonObject> distributions(List<Aggregate> aggregates) {
        return aggregates.stream()
                .flatMap(aggregate ->
                        aggregate.metrics().entrySet().stream()
                                .map(entry ->
                                        distribution(
                                                aggregate.key(), entry.getKey(), entry.getValue())))
                .toList();
    }

    /// Of those that have some.
    static List<JsonObject> fractions(List<Aggregate> aggregates) {
        return aggregates.stream()
                .filter(aggregate -> !aggregate.fractions().isEmpty())
                .map(aggregate -> key(aggregate.key()).with("shares", aggregate.fractions()))
                .toList();
    }

    private static JsonObject key(Aggregate.Key key) {
        return JsonObject.of("page", key.site())
                .with("scope", key.scope().name().toLowerCase(Locale.ROOT))
                .with("formFactor", orNull(key.formFactor()))
                .with("connection", orNull(key.connection()))
                .with("country", orNull(key.country()))
                .with("from", key.firstDay().toString())
                .with("to", key.lastDay().toString());
    }

    private static JsonObject distribution(Aggregate.Key key, Metric metric, Binned binned) {
        Optional<RatingShares> shares =
                metric.thresholds().flatMap(limits -> RatingShares.of(binned, limits));
        return key(key).with("metric", metric.key())
                .with("p75", binned.p75().isPresent() ? binned.p75().getAsDouble() : null)
                .with("good", shares.map(RatingShares::good).map(AggregateJson::bounds))
                .with(
                        "needsImprovement",
                        shares.map(RatingShares::needsImprovement).map(AggregateJson::bounds))
                .with("poor", shares.map(RatingShares::poor).map(AggregateJson::bounds))
                .with("bins", binned.bins().stream().map(AggregateJson::bin).toList());
    }

    private static JsonObject bounds(Bounds share) {
        return JsonObject.of("low", share.low()).with("high", share.high());
    }

    private static List<@Nullable Double> bin(Aggregate.Bin bin) {
        return Arrays.asList(
                bin.start(), bin.end().isPresent() ? bin.end().getAsDouble() : null, bin.share());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
