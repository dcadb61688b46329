package dev.parallax.report;

import static dev.parallax.report.JsonParts.estimate;
import static dev.parallax.report.JsonParts.finite;
import static dev.parallax.report.JsonParts.members;
import static dev.parallax.report.JsonParts.orNull;
import static dev.parallax.report.JsonParts.rounded;

import dev.parallax.compare.Comparison;
import dev.parallax.compare.Curves;
import dev.parallax.compare.Differences;
import dev.parallax.compare.FieldSide;
import dev.parallax.compare.Impacts;
import dev.parallax.compare.LabSample;
import dev.parallax.compare.Note;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the lab stands among users, as JSON.
final class FieldJson {
    /// A ranking is read from its top.
    private static final int MOST_IMPACTS = 20;

    private FieldJson() {}

    static Map<String, @Nullable Object> of(Report.LabInField section) {
        Map<String, @Nullable Object> members = comparison(section.comparison());
        members.put("differences", section.differences().map(FieldJson::differences).orElse(null));
        members.put("impacts", section.impacts().map(FieldJson::impacts).orElse(List.of()));
        members.put("time", section.time().map(TimeJson::of).orElse(null));
        return members;
    }

    private static Map<String, @Nullable Object> differences(Differences differences) {
        Differences.Side users = differences.matched();
        return members(
                "shift", JsonParts.deciles(users.shift()),
                "distance", users.distance().map(JsonParts::distance).orElse(null));
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
        LabSample lab = comparison.lab();
        return members(
                "kind",
                "field",
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
                lab(lab, comparison.labMedian()),
                "verdict",
                JsonParts.verdict(
                        comparison.verdict().key(), comparison.sentence(), comparison.next()),
                "notMatched",
                comparison.notMatched().stream().map(dimension -> dimension.key()).toList(),
                "matched",
                side(comparison.matched()),
                "all",
                side(comparison.all()),
                "notes",
                comparison.notes().stream().map(Note::text).toList(),
                "curves",
                curves(comparison.curves()));
    }

    /// The lab's side.
    static Map<String, @Nullable Object> lab(LabSample lab, OptionalDouble median) {
        return members("values", lab.values(), "median", orNull(median));
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
                                .map(placement -> {
                                    Map<String, @Nullable Object> members =
                                            estimate(placement.value(), placement.interval());
                                    members.put("isRange", placement.isRange());
                                    members.put("below", placement.ties().low());
                                    members.put("atMost", placement.ties().high());
                                    return members;
                                })
                                .orElse(null),
                "quantiles", side.quantiles().stream().map(JsonParts::quantile).toList(),
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

    private static Map<String, @Nullable Object> curves(Curves curves) {
        return members(
                "edges", rounded(curves.edges()),
                "matched", rounded(curves.matchedShares()),
                "all", rounded(curves.allShares()),
                "matchedCumulative", rounded(curves.matchedCumulative()),
                "allCumulative", rounded(curves.allCumulative()));
    }
}
