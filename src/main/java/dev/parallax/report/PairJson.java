package dev.parallax.report;

import static dev.parallax.report.JsonParts.estimate;
import static dev.parallax.report.JsonParts.finite;
import static dev.parallax.report.JsonParts.members;
import static dev.parallax.report.JsonParts.orNull;
import static dev.parallax.report.JsonParts.rounded;

import dev.parallax.compare.FieldPair;
import dev.parallax.compare.LabPair;
import dev.parallax.compare.LabSample;
import dev.parallax.compare.PairCurves;
import dev.parallax.statistics.FieldDifference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Two sets of runs or two parts of the users against each other, as JSON.
final class PairJson {
    private PairJson() {}

    static Map<String, @Nullable Object> of(LabPair pair) {
        LabPair.InMetric first = pair.first();
        LabSample lab = first.after();
        return members(
                "kind",
                "runs",
                "journey",
                lab.journey(),
                "page",
                lab.page(),
                "template",
                lab.template().path(),
                "profiles",
                first.profiles().stream().map(profile -> profile.name()).distinct().toList(),
                "before",
                pair.before(),
                "after",
                pair.after(),
                "metric",
                JsonParts.metric(first.metric()),
                "verdict",
                JsonParts.verdict(first.verdict().key(), first.sentence(), first.next()),
                "metrics",
                pair.differences().stream().map(PairJson::inMetric).toList());
    }

    private static Map<String, @Nullable Object> inMetric(LabPair.InMetric found) {
        return members(
                "metric",
                JsonParts.metric(found.metric()),
                "before",
                found.before().values(),
                "after",
                found.after().values(),
                "tainted",
                found.before().tainted() + found.after().tainted(),
                "measured",
                found.measured().map(PairJson::measured).orElse(null),
                "smallest",
                found.smallest(),
                "noise",
                orNull(found.noiseFloor()),
                "verdict",
                JsonParts.verdict(found.verdict().key(), found.sentence(), found.next()));
    }

    private static Map<String, @Nullable Object> measured(LabPair.Measured measured) {
        return members(
                "before",
                measured.before(),
                "after",
                measured.after(),
                "shift",
                estimate(measured.shift().shift(), measured.shift().interval()),
                "relative",
                orNull(measured.relative()),
                "delta",
                measured.delta().value(),
                "size",
                measured.delta().size().word(),
                "p",
                measured.adjusted());
    }

    static Map<String, @Nullable Object> of(FieldPair pair) {
        return members(
                "kind",
                "users",
                "metric",
                JsonParts.metric(pair.metric()),
                "before",
                side(pair.before()),
                "after",
                side(pair.after()),
                "inBoth",
                pair.inBoth(),
                "quantiles",
                pair.quantiles().stream()
                        .map(at ->
                                difference(
                                        "p" + at.percentile(),
                                        at.before(),
                                        at.after(),
                                        at.difference()))
                        .toList(),
                "shares",
                pair.shares().stream()
                        .map(in ->
                                difference(
                                        in.share().key(), in.before(), in.after(), in.difference()))
                        .toList(),
                "shift",
                JsonParts.deciles(pair.deciles()),
                "distance",
                pair.distance().map(JsonParts::distance).orElse(null),
                "curves",
                curves(pair.curves()),
                "verdict",
                JsonParts.verdict(pair.verdict().key(), pair.sentence(), pair.next()));
    }

    private static Map<String, @Nullable Object> difference(
            String what, double before, double after, FieldDifference difference) {
        Map<String, @Nullable Object> members = estimate(difference.value(), difference.interval());
        members.put("what", what);
        members.put("before", finite(before));
        members.put("after", finite(after));
        return members;
    }

    private static Map<String, @Nullable Object> side(FieldPair.Side side) {
        return members(
                "name", side.name(),
                "dataset", side.dataset(),
                "segment", side.segment().toString(),
                "views", side.views(),
                "measured", side.measured(),
                "effective", side.effective(),
                "quantiles", side.quantiles().stream().map(JsonParts::quantile).toList(),
                "shares",
                        side.shares().isEmpty()
                                ? null
                                : side.shares().stream()
                                        .map(share -> estimate(share.value(), share.interval()))
                                        .toList());
    }

    private static Map<String, @Nullable Object> curves(PairCurves curves) {
        return members(
                "edges", rounded(curves.edges()),
                "before", rounded(curves.before()),
                "after", rounded(curves.after()),
                "beforeCumulative", rounded(curves.beforeCumulative()),
                "afterCumulative", rounded(curves.afterCumulative()));
    }
}
