package dev.parallax.compare;

import dev.parallax.metric.Definition;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.PageRules;
import dev.parallax.rum.RatingShares;
import dev.parallax.statistics.Interval;
import dev.parallax.statistics.OrderStatistics;
import dev.parallax.statistics.Quantiles;
import dev.parallax.statistics.RunsNeeded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Compares a lab sample with distributions of which only shares of intervals are known, by the
/// rules of `docs/methods.md`.
public final class AggregateComparer {
    private static final List<Integer> PERCENTILES = List.of(10, 25, 50, 75, 90, 95, 99);

    private AggregateComparer() {}

    /// Answers one question.
    ///
    /// Of the data set's distributions that have the metric, the page's own is taken before an
    /// origin's, the lab's device before all devices (another device never), every connection and
    /// country before one of them, and the newest.
    ///
    /// @param dataset of aggregates
    /// @param aggregates what it holds
    /// @param rules how the URLs of aggregates become pages
    public static AggregateComparison compare(
            LabSample lab, Dataset dataset, List<Aggregate> aggregates, PageRules rules, Aim aim) {
        Metric metric = lab.metric();
        Optional<Aggregate> chosen =
                aggregates.stream()
                        .filter(one -> one.metrics().containsKey(metric))
                        .filter(one -> fits(one.key(), lab, rules))
                        .max(preference(lab));
        double[] runs = lab.toArray();
        OptionalDouble median =
                runs.length == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Quantiles.median(runs));
        Optional<AggregateComparison.Field> field =
                chosen.map(one -> field(one, metric, runs, median));
        Definition definition = dataset.provenance().definition(metric);
        List<Dimension> notMatched = notMatched(chosen.map(Aggregate::key));
        Verdict verdict = verdict(lab, field, aim);
        var words = new AggregateWords(lab, median, field, notMatched, definition);
        return new AggregateComparison(
                lab,
                median,
                dataset.name(),
                aim,
                field,
                notMatched,
                definition,
                verdict,
                words.sentence(verdict),
                words.next(verdict));
    }

    private static boolean fits(Aggregate.Key key, LabSample lab, PageRules rules) {
        boolean samePage =
                key.scope() == Aggregate.Scope.ORIGIN
                        || rules.of(key.site()).equals(lab.template());
        return samePage && (key.formFactor().isEmpty() || isOfDevice(key, lab));
    }

    /// The source says `PHONE` for what a profile calls mobile.
    private static boolean isOfDevice(Aggregate.Key key, LabSample lab) {
        String device = lab.profile().device().kind().key();
        return key.formFactor().equalsIgnoreCase(device)
                || (device.equals("mobile") && key.formFactor().equalsIgnoreCase("phone"));
    }

    private static Comparator<Aggregate> preference(LabSample lab) {
        return Comparator.<Aggregate, Boolean>comparing(
                        one -> one.key().scope() == Aggregate.Scope.URL)
                .thenComparing(one -> isOfDevice(one.key(), lab))
                .thenComparing(one -> one.key().connection().isEmpty())
                .thenComparing(one -> one.key().country().isEmpty())
                .thenComparing(one -> one.key().lastDay())
                .thenComparing(one -> one.key().firstDay())
                .thenComparing(one -> one.key().toString(), Comparator.reverseOrder());
    }

    private static AggregateComparison.Field field(
            Aggregate aggregate, Metric metric, double[] runs, OptionalDouble median) {
        Aggregate.Binned values =
                Optional.ofNullable(aggregate.metrics().get(metric)).orElseThrow();
        var bounds = new BinnedBounds(values);
        boolean isPlaced =
                median.isPresent() && !metric.isLowerBoundInLab() && !values.bins().isEmpty();
        return new AggregateComparison.Field(
                aggregate.key(),
                values,
                isPlaced ? Optional.of(bounds.placement(median.getAsDouble())) : Optional.empty(),
                isPlaced
                        ? OrderStatistics.interval(runs, 0.5)
                                .map(ofLab ->
                                        new Interval(
                                                bounds.placement(ofLab.low()).low(),
                                                bounds.placement(ofLab.high()).high()))
                        : Optional.empty(),
                values.bins().isEmpty()
                        ? List.of()
                        : PERCENTILES.stream()
                                .map(percentile ->
                                        new AggregateComparison.Percentile(
                                                percentile, bounds.percentile(percentile)))
                                .toList(),
                values.p75(),
                metric.thresholds().flatMap(limits -> RatingShares.of(values, limits)));
    }

    private static List<Dimension> notMatched(Optional<Aggregate.Key> key) {
        List<Dimension> notMatched = new ArrayList<>();
        if (key.filter(known -> !known.formFactor().isEmpty()).isEmpty()) {
            notMatched.add(Dimension.DEVICE);
        }
        notMatched.add(Dimension.CONNECTION);
        return notMatched;
    }

    private static Verdict verdict(
            LabSample lab, Optional<AggregateComparison.Field> field, Aim aim) {
        if (lab.values().size() < Verdict.FEWEST_RUNS) {
            return new Verdict.TooFewRuns(lab.values().size());
        }
        if (field.isEmpty()) {
            return new Verdict.NothingInCommon();
        }
        if (lab.metric().isLowerBoundInLab()) {
            return new Verdict.LowerBound();
        }
        Optional<Interval> placement = field.get().placement();
        if (placement.isEmpty()) {
            return new Verdict.NothingInCommon();
        }
        Interval bounds = placement.get();
        if (bounds.isInside(new Interval(aim.low(), aim.high()))) {
            return new Verdict.Representative();
        }
        if (bounds.isBelow(aim.percentile())) {
            return new Verdict.Optimistic();
        }
        return bounds.isAbove(aim.percentile())
                ? new Verdict.Pessimistic()
                : new Verdict.Inconclusive(new RunsNeeded.NotByRuns());
    }

    /// Whose page views are compared with: `phone users of https://shop.example`.
    static String users(Aggregate.Key key) {
        String device =
                key.formFactor().isEmpty() ? "" : key.formFactor().toLowerCase(Locale.ROOT) + " ";
        String connection = key.connection().isEmpty() ? "" : key.connection() + " ";
        String country = key.country().isEmpty() ? "" : " in " + key.country();
        return connection + device + "users of " + key.site() + country;
    }
}
