package dev.parallax.report;

import static dev.parallax.report.JsonParts.members;
import static dev.parallax.report.JsonParts.orNull;

import dev.parallax.compare.AggregateComparison;
import dev.parallax.compare.LabSample;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.RatingShares;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the lab stands among shares of intervals, as JSON: bounds only.
final class BinsJson {
    private BinsJson() {}

    static Map<String, @Nullable Object> of(AggregateComparison comparison) {
        LabSample lab = comparison.lab();
        return members(
                "kind",
                "bins",
                "journey",
                lab.journey(),
                "page",
                lab.page(),
                "template",
                lab.template().path(),
                "profile",
                lab.profile().name(),
                "dataset",
                comparison.dataset(),
                "metric",
                JsonParts.metric(lab.metric()),
                "definition",
                comparison.definition().key(),
                "aim",
                comparison.aim().percentile(),
                "lab",
                FieldJson.lab(lab, comparison.labMedian()),
                "verdict",
                JsonParts.verdict(
                        comparison.verdict().key(), comparison.sentence(), comparison.next()),
                "notMatched",
                comparison.notMatched().stream().map(dimension -> dimension.key()).toList(),
                "leftOut",
                AggregateComparison.NO_DISTANCE,
                "field",
                comparison.field().map(BinsJson::field).orElse(null));
    }

    private static Map<String, @Nullable Object> field(AggregateComparison.Field field) {
        Aggregate.Key key = field.key();
        return members(
                "site", key.site(),
                "formFactor", key.formFactor(),
                "connection", key.connection(),
                "country", key.country(),
                "firstDay", key.firstDay().toString(),
                "lastDay", key.lastDay().toString(),
                "bins", field.values().bins().stream().map(BinsJson::bin).toList(),
                "ofMedian", field.ofMedian().map(JsonParts::interval).orElse(null),
                "placement", field.placement().map(JsonParts::interval).orElse(null),
                "p75", orNull(field.p75()),
                "percentiles",
                        field.percentiles().stream()
                                .map(one ->
                                        members(
                                                "p",
                                                one.percentile(),
                                                "within",
                                                one.within().map(JsonParts::interval).orElse(null)))
                                .toList(),
                "shares",
                        field.shares()
                                .map(shares ->
                                        Stream.of(
                                                        shares.good(),
                                                        shares.needsImprovement(),
                                                        shares.poor())
                                                .map(BinsJson::bounds)
                                                .toList())
                                .orElse(null));
    }

    private static Map<String, @Nullable Object> bin(Aggregate.Bin bin) {
        return members("start", bin.start(), "end", orNull(bin.end()), "share", bin.share());
    }

    private static Map<String, @Nullable Object> bounds(RatingShares.Bounds bounds) {
        return members("low", bounds.low(), "high", bounds.high());
    }
}
