package dev.parallax.report;

import dev.parallax.compare.Comparison;
import dev.parallax.compare.Curves;
import dev.parallax.compare.Differences;
import dev.parallax.compare.FieldSide;
import dev.parallax.compare.Impacts;
import dev.parallax.compare.Note;
import dev.parallax.compare.QuantileEstimate;
import dev.parallax.metric.Metric;
import dev.parallax.statistics.Interval;
import dev.parallax.statistics.ShiftFunction;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What the report's script draws, as JSON.
final class ReportJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// A ranking is read from its top.
    private static final int MOST_IMPACTS = 20;

    private ReportJson() {}

    static String of(Report report) {
        return embeddable(written(report));
    }

    /// JSON that can stand in any element and any encoding: no `<` begins a tag, and half of a
    /// surrogate pair, which UTF-8 cannot hold, is escaped.
    private static String embeddable(String json) {
        var safe = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char one = json.charAt(i);
            boolean isPair =
                    Character.isHighSurrogate(one)
                            && i + 1 < json.length()
                            && Character.isLowSurrogate(json.charAt(i + 1));
            if (isPair) {
                safe.append(one).append(json.charAt(i + 1));
                i++;
            } else if (one == '<' || one == '>' || one == '&' || Character.isSurrogate(one)) {
                safe.append(String.format(Locale.ROOT, "\\u%04x", (int) one));
            } else {
                safe.append(one);
            }
        }
        return safe.toString();
    }

    private static String written(Report report) {
        return JSON.writeValueAsString(
                members(
                        "title", report.title(),
                        "made", report.made().toString(),
                        "remarks", report.remarks(),
                        "comparisons",
                                report.sections().stream().map(ReportJson::section).toList()));
    }

    private static Map<String, @Nullable Object> section(Report.Section section) {
        return switch (section) {
            case Report.LabInField(var comparison, var differences, var impacts) -> {
                Map<String, @Nullable Object> members = comparison(comparison);
                members.put("differences", differences.map(ReportJson::differences).orElse(null));
                members.put("impacts", impacts.map(ReportJson::impacts).orElse(List.of()));
                yield members;
            }
        };
    }

    private static Map<String, @Nullable Object> differences(Differences differences) {
        Differences.Side users = differences.matched();
        return members(
                "shift", users.shift().stream().map(ReportJson::decile).toList(),
                "distance",
                        users.distance()
                                .map(distance ->
                                        members(
                                                "wasserstein", distance.wasserstein(),
                                                "overIqr", finite(distance.overSpread()),
                                                "ks", distance.kolmogorovSmirnov(),
                                                "at", distance.at()))
                                .orElse(null));
    }

    private static Map<String, @Nullable Object> decile(ShiftFunction.Decile decile) {
        return switch (decile) {
            case ShiftFunction.Decile.Known(var percentile, var shift, var band) -> {
                Map<String, @Nullable Object> members = estimate(shift, band);
                members.put("q", percentile);
                yield members;
            }
            case ShiftFunction.Decile.TooFew(var percentile, var needs, var has) ->
                    members("q", percentile, "needs", needs, "has", has);
        };
    }

    private static List<Map<String, @Nullable Object>> impacts(Impacts impacts) {
        return impacts.ranked().stream()
                .limit(MOST_IMPACTS)
                .map(one -> {
                    Map<String, @Nullable Object> members = estimate(one.value(), one.interval());
                    members.put("segment", one.trait().toString());
                    members.put("views", one.views());
                    members.put("share", one.share());
                    members.put("ofGap", finite(one.ofGap()));
                    return members;
                })
                .toList();
    }

    private static Map<String, @Nullable Object> comparison(Comparison comparison) {
        var lab = comparison.lab();
        Metric metric = lab.metric();
        return members(
                "journey", lab.journey(),
                "page", lab.page(),
                "template", lab.template().path(),
                "profile", lab.profile().name(),
                "dataset", comparison.dataset(),
                "metric",
                        members(
                                "name", metric.shortName(),
                                "label", metric.label(),
                                "definition", metric.definition(),
                                "unit", metric.unit().symbol(),
                                "good",
                                        metric.thresholds()
                                                .map(limits -> limits.good())
                                                .orElse(null),
                                "poor",
                                        metric.thresholds()
                                                .map(limits -> limits.poor())
                                                .orElse(null)),
                "definition", comparison.definition().key(),
                "aim", comparison.aim().percentile(),
                "lab",
                        members(
                                "values",
                                lab.values(),
                                "median",
                                comparison.labMedian().isPresent()
                                        ? comparison.labMedian().getAsDouble()
                                        : null),
                "verdict",
                        members(
                                "kind", comparison.verdict().key(),
                                "text", comparison.sentence(),
                                "next", comparison.next()),
                "notMatched",
                        comparison.notMatched().stream().map(dimension -> dimension.key()).toList(),
                "matched", side(comparison.matched()),
                "all", side(comparison.all()),
                "notes", comparison.notes().stream().map(Note::text).toList(),
                "curves", curves(comparison.curves()));
    }

    private static Map<String, @Nullable Object> side(FieldSide side) {
        return members(
                "segment", side.segment().toString(),
                "views", side.views(),
                "measured", side.measured(),
                "effective", side.effective(),
                "sessions", side.sessions(),
                "placement",
                        side.placement()
                                .map(placement ->
                                        members(
                                                "value", placement.value(),
                                                "low", placement.interval().low(),
                                                "high", placement.interval().high(),
                                                "isRange", placement.isRange(),
                                                "below", placement.ties().low(),
                                                "atMost", placement.ties().high()))
                                .orElse(null),
                "quantiles", side.quantiles().stream().map(ReportJson::quantile).toList(),
                "ratioToMedian",
                        side.ratioToMedian()
                                .map(r -> estimate(r.value(), r.interval()))
                                .orElse(null),
                "ratioToP75",
                        side.ratioToP75().map(r -> estimate(r.value(), r.interval())).orElse(null),
                "shares",
                        side.shares()
                                .map(s ->
                                        Stream.of(s.atMostGood(), s.between(), s.overPoor())
                                                .map(one -> estimate(one.value(), one.interval()))
                                                .toList())
                                .orElse(null));
    }

    private static Map<String, @Nullable Object> quantile(QuantileEstimate quantile) {
        return switch (quantile) {
            case QuantileEstimate.Known(var percentile, var value, var interval) ->
                    members(
                            "p",
                            percentile,
                            "value",
                            value,
                            "low",
                            interval.low(),
                            "high",
                            interval.high());
            case QuantileEstimate.TooFew(var percentile, var needs, var has) ->
                    members("p", percentile, "needs", needs, "has", has);
        };
    }

    private static Map<String, @Nullable Object> estimate(double value, Interval interval) {
        return members(
                "value", value, "low", finite(interval.low()), "high", finite(interval.high()));
    }

    private static Map<String, @Nullable Object> curves(Curves curves) {
        return members(
                "edges", rounded(curves.edges()),
                "matched", rounded(curves.matchedShares()),
                "all", rounded(curves.allShares()),
                "matchedCumulative", rounded(curves.matchedCumulative()),
                "allCumulative", rounded(curves.allCumulative()));
    }

    /// JSON has no infinity: an open end is null.
    private static @Nullable Double finite(double end) {
        return Double.isFinite(end) ? end : null;
    }

    /// Six decimals draw as well as sixteen and halve the file.
    private static double[] rounded(double[] values) {
        return Arrays.stream(values).map(value -> Math.round(value * 1e6) / 1e6).toArray();
    }

    private static Map<String, @Nullable Object> members(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        Stream.iterate(0, i -> i < namesAndValues.length, i -> i + 2)
                .forEach(
                        i -> members.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]));
        return members;
    }
}
