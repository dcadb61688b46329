package dev.parallax.compare;

import dev.parallax.metric.Definition;
import dev.parallax.metric.Dimension;
import dev.parallax.rum.RatingShares;
import dev.parallax.statistics.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// The words of a verdict on shares of intervals: bounds in the place of numbers.
record AggregateWords(
        LabSample lab,
        OptionalDouble median,
        Optional<AggregateComparison.Field> field,
        List<Dimension> notMatched,
        Definition definition) {

    String sentence(Verdict verdict) {
        String subject = "Lab " + lab.metric().shortName() + " on " + lab.page();
        return switch (verdict) {
            case Verdict.TooFewRuns few ->
                    "%s has %d usable %s, and its median needs at least %d."
                                    .formatted(
                                            subject,
                                            few.has(),
                                            few.has() == 1 ? "value" : "values",
                                            Verdict.FEWEST_RUNS)
                            + OtherConditions.sentence(lab);
            case Verdict.NothingInCommon _, Verdict.TooFewViews _ ->
                    subject
                            + " has nothing to be compared with: the report has no distribution of"
                            + " it for this page, its origin and this device.";
            case Verdict.LowerBound _ ->
                    subject
                            + " is "
                            + labValue()
                            + ", a lower bound: users stay longer than a run does"
                            + fieldP75()
                            + poor()
                            + "."
                            + notes();
            case Verdict.Representative _,
                    Verdict.Optimistic _,
                    Verdict.Pessimistic _,
                    Verdict.Inconclusive _ ->
                    subject + " is " + labValue() + placed() + fieldP75() + poor() + "." + notes();
        };
    }

    String next(Verdict verdict) {
        return switch (verdict) {
            case Verdict.TooFewRuns few ->
                    "Run the journey "
                            + few.missing()
                            + (few.missing() == 1 ? " more time." : " more times.")
                            + OtherConditions.next(lab);
            case Verdict.NothingInCommon _, Verdict.TooFewViews _ ->
                    "Import a report that covers "
                            + lab.template()
                            + " or its origin, or choose another profile.";
            case Verdict.LowerBound _ ->
                    "Judge it by the field's shares; use the lab to find what shifts or blocks.";
            case Verdict.Representative _ ->
                    "Use this profile: what it shows is what these users see.";
            case Verdict.Optimistic _ ->
                    "Give the profile a slower network or processor, or compare with the users it"
                            + " stands for.";
            case Verdict.Pessimistic _ ->
                    "Give the profile a faster network or a warm cache, or compare with slower"
                            + " users.";
            case Verdict.Inconclusive _ ->
                    "The report's bins are too wide to decide: import page views of your own users"
                            + " to place the lab among them.";
        };
    }

    private String placed() {
        Interval bounds = field.flatMap(AggregateComparison.Field::ofMedian).orElseThrow();
        Interval sure = field.flatMap(AggregateComparison.Field::placement).orElse(bounds);
        String users = field.map(found -> AggregateComparer.users(found.key())).orElse("users");
        return String.format(
                Locale.ROOT,
                ", between the %s and the %s percentile of %s (%.0f–%.0f with the runs' own"
                        + " uncertainty): %.0f–%.0f %% of them wait longer",
                VerdictWords.ordinal(Math.round(bounds.low())),
                VerdictWords.ordinal(Math.round(bounds.high())),
                users,
                sure.low(),
                sure.high(),
                100 - bounds.high(),
                100 - bounds.low());
    }

    private String fieldP75() {
        OptionalDouble p75 =
                field.map(AggregateComparison.Field::p75).orElse(OptionalDouble.empty());
        if (p75.isEmpty()) {
            return "";
        }
        double lab = median.orElse(0);
        return "; field p75 is "
                + lab().metric().inWords(p75.getAsDouble())
                + (lab > 0 && p75.getAsDouble() > 0
                        ? String.format(Locale.ROOT, ", %.1f × the lab", p75.getAsDouble() / lab)
                        : "");
    }

    private String poor() {
        return field.flatMap(AggregateComparison.Field::shares)
                .map(RatingShares::poor)
                .map(poor ->
                        poor.isExact()
                                ? String.format(
                                        Locale.ROOT,
                                        "; %.0f %% of views are poor",
                                        100 * poor.low())
                                : String.format(
                                        Locale.ROOT,
                                        "; %.0f–%.0f %% of views are poor",
                                        100 * poor.low(),
                                        100 * poor.high()))
                .orElse("");
    }

    private String notes() {
        String missed =
                notMatched.isEmpty()
                        ? ""
                        : " Not matched: "
                                + notMatched.stream()
                                        .map(Dimension::key)
                                        .collect(Collectors.joining(", "))
                                + ".";
        return missed
                + switch (definition) {
                    case SAME -> "";
                    case DIFFERS -> " The field's source defines the metric differently.";
                    case UNKNOWN -> " How the field's source defines the metric is unknown.";
                };
    }

    private String labValue() {
        return lab.metric().inWords(median.orElse(Double.NaN));
    }
}
