package dev.parallax.cli;

import dev.parallax.compare.FieldPair;
import dev.parallax.compare.QuantileEstimate;
import dev.parallax.statistics.ShiftFunction;
import java.util.List;
import java.util.Locale;

/// The JSON shape of a comparison of users, as `docs/cli.md` describes it.
final class FieldPairJson {
    private FieldPairJson() {}

    static JsonObject of(FieldPair pair) {
        return JsonObject.of(
                        "verdict",
                        JsonObject.of("kind", pair.verdict().key())
                                .with("text", pair.sentence())
                                .with("next", pair.next()))
                .with("metric", pair.metric().key())
                .with("unit", pair.metric().unit().symbol())
                .with("before", side(pair.before()))
                .with("after", side(pair.after()))
                .with("inBoth", pair.inBoth())
                .with("differences", differences(pair))
                .with("shares", shares(pair))
                .with("shift", pair.deciles().stream().map(FieldPairJson::decile).toList())
                .with(
                        "wasserstein",
                        pair.distance()
                                .map(distance ->
                                        JsonObject.of("value", distance.wasserstein())
                                                .with(
                                                        "overIqr",
                                                        Double.isFinite(distance.overSpread())
                                                                ? distance.overSpread()
                                                                : null)))
                .with(
                        "ks",
                        pair.distance()
                                .map(distance ->
                                        JsonObject.of("value", distance.kolmogorovSmirnov())
                                                .with("at", distance.at())));
    }

    private static JsonObject side(FieldPair.Side side) {
        return JsonObject.of("name", side.name())
                .with("dataset", side.dataset())
                .with("segment", side.segment().toString())
                .with("pageViews", side.views())
                .with("n", side.measured())
                .with("weight", side.weight())
                .with("nEff", side.effective())
                .with("quantiles", quantiles(side.quantiles()))
                .with("shares", shares(side))
                .with(
                        "intervalMethod",
                        side.method()
                                .map(method ->
                                        method.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private static JsonObject shares(FieldPair.Side side) {
        var json = JsonObject.empty();
        side.shares()
                .forEach(share ->
                        json.with(
                                share.share().key(),
                                LabPairJson.interval(share.value(), share.interval())));
        return json;
    }

    private static JsonObject quantiles(List<QuantileEstimate> quantiles) {
        var json = JsonObject.empty();
        for (QuantileEstimate quantile : quantiles) {
            json.with(
                    "p" + quantile.percentile(),
                    switch (quantile) {
                        case QuantileEstimate.Known(_, var value, var interval) ->
                                LabPairJson.interval(value, interval);
                        case QuantileEstimate.TooFew(_, var needs, var has) ->
                                JsonObject.of("needs", needs).with("has", has);
                    });
        }
        return json;
    }

    private static JsonObject differences(FieldPair pair) {
        var json = JsonObject.empty();
        pair.quantiles()
                .forEach(at ->
                        json.with(
                                "p" + at.percentile(),
                                LabPairJson.interval(
                                        at.difference().value(), at.difference().interval())));
        return json;
    }

    private static JsonObject shares(FieldPair pair) {
        var json = JsonObject.empty();
        pair.shares()
                .forEach(share ->
                        json.with(
                                share.share().key(),
                                LabPairJson.interval(
                                        share.difference().value(),
                                        share.difference().interval())));
        return json;
    }

    private static JsonObject decile(ShiftFunction.Decile decile) {
        return switch (decile) {
            case ShiftFunction.Decile.Known(var q, var shift, var band) ->
                    JsonObject.of("q", q)
                            .with("value", shift)
                            .with("low", band.low())
                            .with("high", band.high());
            case ShiftFunction.Decile.TooFew(var q, var needs, var has) ->
                    JsonObject.of("q", q).with("needs", needs).with("has", has);
        };
    }
}
