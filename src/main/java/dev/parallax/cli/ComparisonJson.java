package dev.parallax.cli;

import dev.parallax.compare.Comparison;
import dev.parallax.compare.Differences;
import dev.parallax.compare.FieldSide;
import dev.parallax.compare.Modes;
import dev.parallax.compare.Note;
import dev.parallax.compare.QuantileEstimate;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.statistics.Interval;
import dev.parallax.statistics.Ratio;
import dev.parallax.statistics.ShiftFunction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The JSON shape of a comparison, as `docs/cli.md` describes it.
final class ComparisonJson {
    private ComparisonJson() {}

    static JsonObject of(Comparison comparison, Differences differences) {
        return of(
                comparison,
                with(side(comparison.matched()), differences.matched()),
                with(side(comparison.all()), differences.all()));
    }

    static JsonObject of(Comparison comparison) {
        return of(comparison, side(comparison.matched()), side(comparison.all()));
    }

    private static JsonObject of(Comparison comparison, JsonObject matched, JsonObject all) {
        var lab = comparison.lab();
        Metric metric = lab.metric();
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
                                .with("values", lab.values())
                                .with("modes", modes(comparison.labModes())))
                .with("matched", matched)
                .with("all", all)
                .with("notMatched", comparison.notMatched().stream().map(Dimension::key).toList())
                .with("definitions", JsonObject.of(metric.key(), comparison.definition().key()))
                .with("notes", comparison.notes().stream().map(ComparisonJson::note).toList());
    }

    private static JsonObject side(FieldSide side) {
        return JsonObject.of("segment", side.segment().toString())
                .with("pageViews", side.views())
                .with("n", side.measured())
                .with("weight", side.weight())
                .with("nEff", side.effective())
                .with("sessions", side.sessions())
                .with(
                        "placement",
                        side.placement()
                                .map(placement ->
                                        interval(placement.value(), placement.interval())
                                                .with("ties", ends(placement.ties()))))
                .with("quantiles", quantiles(side.quantiles()))
                .with(
                        "ratios",
                        JsonObject.of("labToP50", side.ratioToMedian().map(ComparisonJson::ratio))
                                .with("labToP75", side.ratioToP75().map(ComparisonJson::ratio)))
                .with(
                        "shares",
                        side.shares()
                                .map(shares ->
                                        JsonObject.of("good", shares.good())
                                                .with("needsImprovement", shares.needsImprovement())
                                                .with("poor", shares.poor())
                                                .with(
                                                        "goodInterval",
                                                        ends(shares.atMostGood().interval()))
                                                .with(
                                                        "needsImprovementInterval",
                                                        ends(shares.between().interval()))
                                                .with(
                                                        "poorInterval",
                                                        ends(shares.overPoor().interval()))))
                .with("modes", modes(side.modes()))
                .with(
                        "intervalMethod",
                        side.method()
                                .map(method ->
                                        method.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private static List<JsonObject> modes(Modes modes) {
        return modes.list().stream()
                .map(mode -> JsonObject.of("at", mode.at()).with("share", mode.share()))
                .toList();
    }

    private static JsonObject note(Note note) {
        return JsonObject.of("kind", note.kind().key()).with("text", note.text());
    }

    private static JsonObject with(JsonObject side, Differences.Side differences) {
        return side.with("shift", differences.shift().stream().map(ComparisonJson::decile).toList())
                .with(
                        "wasserstein",
                        differences
                                .distance()
                                .map(distance ->
                                        JsonObject.of("value", distance.wasserstein())
                                                .with("overIqr", finite(distance.overSpread()))))
                .with(
                        "ks",
                        differences
                                .distance()
                                .map(distance ->
                                        JsonObject.of("value", distance.kolmogorovSmirnov())
                                                .with("at", distance.at())));
    }

    private static JsonObject decile(ShiftFunction.Decile decile) {
        var json = JsonObject.of("q", decile.percentile());
        return switch (decile) {
            case ShiftFunction.Decile.Known(_, var shift, var band) ->
                    json.with("value", shift)
                            .with("low", finite(band.low()))
                            .with("high", finite(band.high()));
            case ShiftFunction.Decile.TooFew(_, var needs, var has) ->
                    json.with("needs", needs).with("has", has);
        };
    }

    private static JsonObject quantiles(List<QuantileEstimate> quantiles) {
        var json = JsonObject.empty();
        for (QuantileEstimate quantile : quantiles) {
            json.with(
                    "p" + quantile.percentile(),
                    switch (quantile) {
                        case QuantileEstimate.Known(_, var value, var interval) ->
                                interval(value, interval);
                        case QuantileEstimate.TooFew(_, var needs, var has) ->
                                JsonObject.of("needs", needs).with("has", has);
                    });
        }
        return json;
    }

    private static JsonObject ratio(Ratio ratio) {
        return interval(ratio.value(), ratio.interval());
    }

    private static JsonObject interval(double value, Interval interval) {
        return JsonObject.of("value", value)
                .with("low", finite(interval.low()))
                .with("high", finite(interval.high()));
    }

    private static JsonObject ends(Interval interval) {
        return JsonObject.of("low", finite(interval.low())).with("high", finite(interval.high()));
    }

    /// JSON has no infinity: an open end is null.
    private static @Nullable Double finite(double end) {
        return Double.isFinite(end) ? end : null;
    }
}
