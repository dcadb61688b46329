package dev.parallax.cli;

import dev.parallax.compare.AggregateComparison;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.RatingShares;
import dev.parallax.statistics.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The JSON shape of a comparison with aggregates, as `docs/cli.md` describes it: that of a
/// comparison with page views, with bounds in the place of numbers.
final class AggregateComparisonJson {
    private AggregateComparisonJson() {}

    static JsonObject of(AggregateComparison comparison) {
        var lab = comparison.lab();
        Metric metric = lab.metric();
        Optional<JsonObject> field = comparison.field().map(AggregateComparisonJson::side);
        return JsonObject.of(
                        "verdict",
                        JsonObject.of("kind", comparison.verdict().key())
                                .with("text", comparison.sentence())
                                .with("next", comparison.next()))
                .with("journey", lab.journey())
                .with("page", lab.page())
                .with("template", lab.template().path())
                .with("metric", metric.key())
                .with("unit", metric.unit().symbol())
                .with("profile", lab.profile().id())
                .with("dataset", comparison.dataset())
                .with("aim", comparison.aim().percentile())
                .with(
                        "lab",
                        JsonObject.of("n", lab.values().size())
                                .with(
                                        "median",
                                        comparison.labMedian().isPresent()
                                                ? Optional.of(comparison.labMedian().getAsDouble())
                                                : Optional.empty())
                                .with("values", lab.values()))
                .with("matched", field)
                .with("all", field)
                .with("notMatched", comparison.notMatched().stream().map(Dimension::key).toList())
                .with("definitions", JsonObject.of(metric.key(), comparison.definition().key()))
                .with("notes", List.of());
    }

    private static JsonObject side(AggregateComparison.Field field) {
        Aggregate.Key key = field.key();
        var quantiles = JsonObject.empty();
        for (AggregateComparison.Percentile one : field.percentiles()) {
            JsonObject ends =
                    one.within().map(AggregateComparisonJson::bounds).orElseGet(JsonObject::empty);
            boolean isSaid = one.percentile() == 75 && field.p75().isPresent();
            quantiles.with(
                    "p" + one.percentile(),
                    ends.with(
                            "value",
                            isSaid ? Optional.of(field.p75().getAsDouble()) : Optional.empty()));
        }
        return JsonObject.of("scope", key.scope().name().toLowerCase(Locale.ROOT))
                .with("site", key.site())
                .with("formFactor", key.formFactor())
                .with("connection", key.connection())
                .with("country", key.country())
                .with("firstDay", key.firstDay().toString())
                .with("lastDay", key.lastDay().toString())
                .with("n", null)
                .with("nEff", null)
                .with(
                        "placement",
                        field.placement()
                                .or(field::ofMedian)
                                .map(found ->
                                        bounds(found)
                                                .with("value", null)
                                                .with(
                                                        "ofMedian",
                                                        field.ofMedian()
                                                                .map(
                                                                        AggregateComparisonJson
                                                                                ::bounds))))
                .with("quantiles", quantiles)
                .with("ratios", JsonObject.empty())
                .with("shift", List.of())
                .with("wasserstein", null)
                .with("ks", null)
                .with("leftOut", AggregateComparison.NO_DISTANCE)
                .with("shares", field.shares().map(AggregateComparisonJson::shares))
                .with(
                        "bins",
                        field.values().bins().stream()
                                .map(bin ->
                                        JsonObject.of("start", bin.start())
                                                .with(
                                                        "end",
                                                        bin.end().isPresent()
                                                                ? Optional.of(
                                                                        bin.end().getAsDouble())
                                                                : Optional.empty())
                                                .with("share", bin.share()))
                                .toList());
    }

    private static JsonObject shares(RatingShares shares) {
        return JsonObject.of("good", share(shares.good()))
                .with("needsImprovement", share(shares.needsImprovement()))
                .with("poor", share(shares.poor()));
    }

    private static JsonObject share(RatingShares.Bounds bounds) {
        return JsonObject.of("low", bounds.low()).with("high", bounds.high());
    }

    /// An end that is open is null.
    private static JsonObject bounds(Interval interval) {
        return JsonObject.of("low", interval.low())
                .with(
                        "high",
                        Double.isFinite(interval.high())
                                ? Optional.of(interval.high())
                                : Optional.empty());
    }
}
