package dev.parallax.compare;

import dev.parallax.metric.Metric;
import dev.parallax.metric.Unit;
import dev.parallax.statistics.RunsNeeded;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// The words of a verdict on two sets of runs: one sentence with its numbers, and what to do next.
record LabPairWords(
        String before,
        String after,
        LabPairComparer.Sides sides,
        Optional<LabPair.Measured> measured,
        double smallest,
        OptionalDouble floor) {

    String sentence(LabPairVerdict verdict) {
        String subject = "Lab " + metric().shortName() + " on " + sides.after().page();
        return switch (verdict) {
                    case LabPairVerdict.DifferentConditions(var differences) ->
                            "%s%s, but the two were not run under the same conditions: %s."
                                    .formatted(
                                            subject,
                                            measured.map(found -> " " + moved(found))
                                                    .orElse(" cannot be compared yet"),
                                            String.join("; ", differences));
                    case LabPairVerdict.TooFewRuns few ->
                            "%s has %s of %s%s and %d of %s%s, and a difference needs at least %d a side."
                                    .formatted(
                                            subject,
                                            DifferenceWords.counted(
                                                    few.before(), "usable value", "usable values"),
                                            before,
                                            tainted(sides.before()),
                                            few.after(),
                                            after,
                                            tainted(sides.after()),
                                            LabPairVerdict.FEWEST_RUNS);
                    case LabPairVerdict.NoDifferenceShown _ ->
                            "%s shows no difference between %s and %s: it %s."
                                    .formatted(subject, before, after, moved());
                    case LabPairVerdict.TooSmall _ ->
                            "%s %s: a difference too small to count, under %s%s."
                                    .formatted(
                                            subject,
                                            moved(),
                                            words().value(smallest),
                                            negligible());
                    case LabPairVerdict.WithinNoise(var noise) ->
                            "%s %s: no more than this machine's own noise, %s."
                                    .formatted(subject, moved(), words().value(noise));
                    case LabPairVerdict.Faster _ ->
                            "%s %s: %s is %s than %s."
                                    .formatted(
                                            subject,
                                            moved(),
                                            after,
                                            isTime() ? "faster" : "steadier",
                                            before);
                    case LabPairVerdict.Slower _ ->
                            "%s %s: %s is %s than %s."
                                    .formatted(
                                            subject,
                                            moved(),
                                            after,
                                            isTime() ? "slower" : "less steady",
                                            before);
                }
                + noise(verdict)
                + (verdict instanceof LabPairVerdict.TooFewRuns
                        ? OtherConditions.sentence(sides.after())
                        : "");
    }

    String next(LabPairVerdict verdict) {
        return switch (verdict) {
            case LabPairVerdict.DifferentConditions _ ->
                    "Run both sides under one profile and compare again.";
            case LabPairVerdict.TooFewRuns few ->
                    "Run the journey "
                            + DifferenceWords.counted(few.missing(), "more time", "more times")
                            + " on the side that has fewer.";
            case LabPairVerdict.NoDifferenceShown(var more) when more == 0 ->
                    "Treat both as equal: a difference of "
                            + counting()
                            + " would probably have shown with these runs.";
            case LabPairVerdict.NoDifferenceShown(var more) when more > RunsNeeded.MOST ->
                    "More than "
                            + RunsNeeded.MOST
                            + " more runs a side would be needed to show a difference of "
                            + counting()
                            + ": steady the lab first.";
            case LabPairVerdict.NoDifferenceShown(var more) ->
                    "About "
                            + DifferenceWords.counted(more, "more run", "more runs")
                            + " a side would show a difference of "
                            + counting()
                            + " in four of five tries.";
            case LabPairVerdict.TooSmall _ -> "Treat both as equal.";
            case LabPairVerdict.WithinNoise _ ->
                    "Steady the machine (close other programs, fix the clock rate), or run more on both sides"
                            + " in turns.";
            case LabPairVerdict.Faster _ -> "Keep it, and look whether the field follows.";
            case LabPairVerdict.Slower _ ->
                    "Look at the waterfalls of a run of each side for what came in between.";
        };
    }

    private Metric metric() {
        return sides.before().metric();
    }

    private DifferenceWords words() {
        return new DifferenceWords(metric());
    }

    private boolean isTime() {
        return metric().unit() != Unit.NONE;
    }

    private String moved() {
        return moved(measured.orElseThrow());
    }

    private String moved(LabPair.Measured found) {
        return "%s (%s; Cliff's delta %s, %s)"
                .formatted(
                        words().moved(found.before(), found.after()),
                        words().withInterval(found.shift().shift(), found.shift().interval()),
                        String.format(Locale.ROOT, "%.2f", found.delta().value()).replace('-', '−'),
                        found.delta().size().word());
    }

    private String negligible() {
        return Math.abs(measured.orElseThrow().shift().shift()) < smallest
                ? ""
                : " or hardly separated from run to run";
    }

    /// The smallest difference that counts, with its share of the median before where that is what
    /// decides.
    private String counting() {
        double before = measured.orElseThrow().before();
        long percent = before > 0 ? Math.round(100 * smallest / before) : 0;
        return isTime() && percent > 0
                ? percent + " % (" + words().value(smallest) + ")"
                : words().value(smallest);
    }

    private String noise(LabPairVerdict verdict) {
        boolean isClaimed =
                verdict instanceof LabPairVerdict.Faster
                        || verdict instanceof LabPairVerdict.Slower;
        return isClaimed && floor.isEmpty()
                ? " How much this machine varies by itself is not known yet: too few runs came before."
                : "";
    }

    private static String tainted(LabSample sample) {
        return sample.tainted() == 0
                ? ""
                : " (" + sample.tainted() + " left out, as the machine was starved meanwhile)";
    }
}
