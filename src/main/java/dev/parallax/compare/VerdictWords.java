package dev.parallax.compare;

import dev.parallax.metric.Definition;
import dev.parallax.metric.Dimension;
import dev.parallax.rum.Segment;
import dev.parallax.statistics.IntervalMethod;
import dev.parallax.statistics.Placement;
import dev.parallax.statistics.RunsNeeded;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/// The words of a verdict: one sentence with its numbers, and what to do next.
record VerdictWords(
        LabSample lab,
        OptionalDouble median,
        FieldSide matched,
        List<Dimension> notMatched,
        Definition definition) {

    String sentence(Verdict verdict) {
        String subject = "Lab " + lab.metric().shortName() + " on " + lab.page();
        String core =
                switch (verdict) {
                    case Verdict.TooFewRuns few ->
                            "%s has %s%s, and its median needs at least %d."
                                            .formatted(
                                                    subject,
                                                    counted(
                                                            few.has(),
                                                            "usable value",
                                                            "usable values"),
                                                    tainted(),
                                                    Verdict.FEWEST_RUNS)
                                    + OtherConditions.sentence(lab);
                    case Verdict.NothingInCommon _ ->
                            "%s has nothing to be compared with: no page view of %s has %s."
                                    .formatted(subject, who(), lab.metric().shortName());
                    case Verdict.TooFewViews few ->
                            "%s has too few users to be placed among: %s are worth %.0f views, and p75 needs %d."
                                    .formatted(
                                            subject, who(), few.effective(), Verdict.FEWEST_VIEWS);
                    case Verdict.LowerBound _ ->
                            "%s is %s, a lower bound: users stay longer than a run does%s."
                                    .formatted(subject, labValue(), fieldP75());
                    case Verdict.Representative _,
                            Verdict.Optimistic _,
                            Verdict.Pessimistic _,
                            Verdict.Inconclusive _ ->
                            placed(subject);
                };
        return core + notes();
    }

    String next(Verdict verdict) {
        return switch (verdict) {
            case Verdict.TooFewRuns few ->
                    (lab.tainted() == 0 ? "" : "Close other programs. ")
                            + "Run the journey "
                            + counted(few.missing(), "more time", "more times")
                            + "."
                            + OtherConditions.next(lab);
            case Verdict.NothingInCommon _ ->
                    "Choose another page or drop a filter, or import a data set that covers "
                            + lab.template()
                            + ".";
            case Verdict.TooFewViews _ -> "Widen the segment, or import a longer time.";
            case Verdict.LowerBound _ ->
                    "Judge it by the field's shares; use the lab to find what shifts or blocks.";
            case Verdict.Representative _ ->
                    "Use this profile: what it shows is what these users see.";
            case Verdict.Optimistic _ ->
                    "Give the profile a slower network or processor, or compare with the users it stands"
                            + " for.";
            case Verdict.Pessimistic _ ->
                    "Give the profile a faster network or a warm cache, or compare with slower users.";
            case Verdict.Inconclusive(RunsNeeded.More(var runs)) ->
                    "About " + counted(runs, "more run", "more runs") + " would decide.";
            case Verdict.Inconclusive(RunsNeeded.MoreThanMost _) ->
                    "Even "
                            + RunsNeeded.MOST
                            + " more runs would probably not decide: steady the lab, or look at the"
                            + " distribution.";
            case Verdict.Inconclusive(RunsNeeded.NotByRuns _) ->
                    "No number of runs decides it, as the users' side is too uncertain: widen the"
                            + " segment, or import a longer time.";
        };
    }

    private String placed(String subject) {
        Placement placement = matched.placement().orElseThrow();
        long longer = Math.round(100 - placement.value());
        String place =
                placement.isRange()
                        ? "between the %s and the %s percentile"
                                .formatted(
                                        ordinal(Math.round(placement.ties().low())),
                                        ordinal(Math.round(placement.ties().high())))
                        : "the " + ordinal(Math.round(placement.value())) + " percentile";
        return String.format(
                Locale.ROOT,
                "%s is %s, %s of %s (95 %% CI %.0f–%.0f): %d %% of them wait longer%s%s.",
                subject,
                labValue(),
                place,
                who(),
                placement.interval().low(),
                placement.interval().high(),
                longer,
                fieldP75(),
                poor());
    }

    private String tainted() {
        return lab.tainted() == 0
                ? ""
                : " (" + lab.tainted() + " left out, as the machine was starved meanwhile)";
    }

    private String labValue() {
        return value(median.orElse(Double.NaN));
    }

    private String fieldP75() {
        return matched.known(75)
                .map(p75 -> "; field p75 is " + value(p75.value()) + timesTheLab(p75.value()))
                .orElse("");
    }

    private String timesTheLab(double fieldValue) {
        double labMedian = median.orElse(0);
        return labMedian > 0 && fieldValue > 0
                ? String.format(Locale.ROOT, ", %.1f × the lab", fieldValue / labMedian)
                : "";
    }

    private String poor() {
        return matched.shares()
                .map(shares ->
                        String.format(Locale.ROOT, "; %s of views are poor", share(shares.poor())))
                .orElse("");
    }

    private String notes() {
        var notes = new StringBuilder();
        if (!notMatched.isEmpty()) {
            notes.append(" Not matched: ")
                    .append(
                            notMatched.stream()
                                    .map(Dimension::key)
                                    .collect(Collectors.joining(", ")))
                    .append('.');
        }
        switch (definition) {
            case SAME -> {}
            case DIFFERS -> notes.append(" The field's source defines the metric differently.");
            case UNKNOWN -> notes.append(" How the field's source defines the metric is unknown.");
        }
        if (matched.method().filter(IntervalMethod.BINOMIAL::equals).isPresent()) {
            notes.append(" Sessions unknown, interval too narrow.");
        }
        return notes.toString();
    }

    /// Who is compared with: `matched mobile users`.
    private String who() {
        Segment segment = matched.segment();
        String device =
                segment.values().getOrDefault(Dimension.DEVICE, Set.of()).stream()
                        .collect(Collectors.joining(" and "));
        return device.isEmpty() ? "users" : "matched " + device + " users";
    }

    private String value(double value) {
        return lab.metric().inWords(value);
    }

    private static String share(double share) {
        double percent = 100 * share;
        if (percent > 0 && percent < 1) {
            return "less than 1 %";
        }
        return Math.round(percent) + " %";
    }

    private static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    static String ordinal(long number) {
        long ten = number % 100;
        if (ten >= 11 && ten <= 13) {
            return number + "th";
        }
        return number
                + switch ((int) (number % 10)) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
