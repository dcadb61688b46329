package dev.parallax.compare;

import dev.parallax.metric.Metric;
import dev.parallax.metric.Unit;
import dev.parallax.statistics.Interval;
import dev.parallax.statistics.IntervalMethod;
import dev.parallax.statistics.ShiftFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// The words of a verdict on two parts of the field: one sentence with its numbers, and what to do
/// next.
record FieldPairWords(
        Metric metric,
        FieldPair.Side before,
        FieldPair.Side after,
        List<FieldPair.AtPercentile> quantiles,
        List<FieldPair.InClass> shares,
        List<ShiftFunction.Decile> deciles,
        long inBoth,
        Definitions definitions) {

    /// Whether both sides' sources define the metric alike, as far as is known.
    enum Definitions {
        ALIKE,
        DIFFERENT
    }

    String sentence(FieldPairVerdict verdict) {
        String from = before.name();
        String to = after.name();
        return switch (verdict) {
                    case FieldPairVerdict.TooFewViews few ->
                            "%s of %s and %s cannot be compared: they are worth %.0f and %.0f views, and p75 needs %d."
                                    .formatted(
                                            metric.shortName(),
                                            from,
                                            to,
                                            few.before(),
                                            few.after(),
                                            Verdict.FEWEST_VIEWS);
                    case FieldPairVerdict.NoClearDifference _ ->
                            "No clear difference in %s between %s and %s: %s%s%s."
                                    .formatted(
                                            metric.shortName(), from, to, p75(), places(), poor());
                    case FieldPairVerdict.TooSmall _ ->
                            "%s of %s differs from that of %s by too little to count, under %s: %s%s%s."
                                    .formatted(
                                            metric.shortName(),
                                            to,
                                            from,
                                            words().value(
                                                            SmallestEffect.of(
                                                                    metric, at75().before())),
                                            p75(),
                                            places(),
                                            poor());
                    case FieldPairVerdict.Better _ -> judged("better");
                    case FieldPairVerdict.Worse _ -> judged("worse");
                }
                + notes();
    }

    private String judged(String word) {
        return "%s of %s is %s than that of %s: %s%s%s."
                .formatted(
                        metric.shortName(),
                        after.name(),
                        word,
                        before.name(),
                        p75(),
                        places(),
                        poor());
    }

    String next(FieldPairVerdict verdict) {
        return switch (verdict) {
            case FieldPairVerdict.TooFewViews _ -> "Widen the segments, or import a longer time.";
            case FieldPairVerdict.NoClearDifference _ ->
                    "Import a longer time to narrow the interval, or treat both as equal if its ends are too"
                            + " near to matter.";
            case FieldPairVerdict.TooSmall _ -> "Treat both as equal.";
            case FieldPairVerdict.Better _ ->
                    "Check that both have the same mix of devices and pages before you credit a change.";
            case FieldPairVerdict.Worse _ ->
                    "Check that both have the same mix of devices and pages, then look for whom it is worse.";
        };
    }

    private DifferenceWords words() {
        return new DifferenceWords(metric);
    }

    private FieldPair.AtPercentile at75() {
        return quantiles.stream().filter(at -> at.percentile() == 75).findFirst().orElseThrow();
    }

    private String p75() {
        FieldPair.AtPercentile at = at75();
        return "p75 %s (%s)"
                .formatted(
                        words().moved(at.before(), at.after()),
                        words().withInterval(at.difference().value(), at.difference().interval()));
    }

    /// Where along the distribution the sides differ: the deciles whose bands leave 0 out.
    private String places() {
        String up = stretches(band -> band.isAbove(0));
        String down = stretches(band -> band.isBelow(0));
        String higher = metric.unit() == Unit.NONE ? "higher" : "slower";
        String lower = metric.unit() == Unit.NONE ? "lower" : "faster";
        if (up.isEmpty() && down.isEmpty()) {
            return "";
        }
        if (down.isEmpty()) {
            return ", " + higher + " " + up;
        }
        return up.isEmpty()
                ? ", " + lower + " " + down
                : ", " + lower + " " + down + " but " + higher + " " + up;
    }

    /// `at every decile`, `at P50`, `from P20 to P40 and at P90`; empty for none.
    private String stretches(Predicate<Interval> isApart) {
        List<String> stretches = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i <= deciles.size(); i++) {
            boolean isIn =
                    i < deciles.size()
                            && deciles.get(i) instanceof ShiftFunction.Decile.Known known
                            && isApart.test(known.band());
            if (isIn && begin == 0) {
                begin = deciles.get(i).percentile();
            } else if (!isIn && begin > 0) {
                int end = deciles.get(i - 1).percentile();
                stretches.add(
                        begin == 10 && end == 90
                                ? "at every decile"
                                : begin == end ? "at P" + begin : "from P" + begin + " to P" + end);
                begin = 0;
            }
        }
        return String.join(" and ", stretches);
    }

    private String poor() {
        return shares.stream()
                .filter(found -> found.share() == FieldPair.Share.POOR)
                .findFirst()
                .map(found ->
                        "; poor views %s (%s points, 95 %% CI %s to %s)"
                                .formatted(
                                        movedShare(found.before(), found.after()),
                                        points(found.difference().value()),
                                        points(found.difference().interval().low()),
                                        points(found.difference().interval().high())))
                .orElse("");
    }

    private static String movedShare(double before, double after) {
        String from = percent(before);
        String to = percent(after);
        if (from.equals(to)) {
            return "stayed at " + from;
        }
        return (after > before ? "rose from " : "fell from ") + from + " to " + to;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String points(double difference) {
        return (difference < 0 ? "−" : "+")
                + String.format(Locale.ROOT, "%.1f", Math.abs(100 * difference));
    }

    private String notes() {
        var notes = new StringBuilder();
        if (inBoth > 0) {
            notes.append(
                    String.format(
                            Locale.ROOT,
                            " %,d page views are on both sides, so the difference is watered down.",
                            inBoth));
        }
        if (definitions == Definitions.DIFFERENT) {
            notes.append(" The two sources may define the metric differently.");
        }
        if (before.method().filter(IntervalMethod.BINOMIAL::equals).isPresent()
                || after.method().filter(IntervalMethod.BINOMIAL::equals).isPresent()) {
            notes.append(" Sessions unknown, interval too narrow.");
        }
        return notes.toString();
    }
}
