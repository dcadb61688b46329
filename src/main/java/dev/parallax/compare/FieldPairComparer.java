package dev.parallax.compare;

import dev.parallax.metric.Metric;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.statistics.Distance;
import dev.parallax.statistics.Estimate;
import dev.parallax.statistics.FieldDifference;
import dev.parallax.statistics.FieldQuantile;
import dev.parallax.statistics.Interval;
import dev.parallax.statistics.ShiftFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;

/// Compares two parts of the field and comes to a verdict, by the rules of `docs/methods.md`.
public final class FieldPairComparer {
    private static final int DECIDING = 75;

    private FieldPairComparer() {}

    /// One part.
    ///
    /// @param name in words: `release 2.1`
    /// @param field an opened data set
    /// @param segment which of its users
    public record Part(String name, PageViews field, Segment segment) {}

    /// Answers one question.
    ///
    /// @param before the base
    /// @param after what is set against it
    public static FieldPair compare(Part before, Part after, Metric metric) {
        // the two sides have nothing in common, and there are two processors at least
        var reading = ForkJoinPool.commonPool().submit(() -> new FieldPart(before, metric));
        var other = new FieldPart(after, metric);
        FieldPart one = reading.join();
        FieldPair.Side base = one.side();
        FieldPair.Side against = other.side();
        List<FieldPair.AtPercentile> quantiles = quantiles(metric, one, other);
        List<FieldPair.InClass> shares = shares(one, other);
        boolean areFilled = !one.isEmpty() && !other.isEmpty();
        List<ShiftFunction.Decile> deciles =
                areFilled ? FieldDifference.deciles(one.deciles(), other.deciles()) : List.of();
        Differences.Side whole =
                new Differences.Side(
                                deciles,
                                areFilled
                                        ? Optional.of(
                                                Distance.of(
                                                        other.distribution(), one.distribution()))
                                        : Optional.empty())
                        .inUnit(metric.unit().scale());
        FieldPairVerdict verdict = verdict(metric, base, against, quantiles);
        long inBoth = one.field() == other.field() ? one.selection().countIn(other.selection()) : 0;
        var words =
                new FieldPairWords(
                        metric,
                        base,
                        against,
                        quantiles,
                        shares,
                        whole.shift(),
                        inBoth,
                        definitions(metric, before.field(), after.field()));
        return new FieldPair(
                metric,
                base,
                against,
                quantiles,
                shares,
                whole.shift(),
                whole.distance(),
                inBoth,
                PairCurves.of(metric, one.distribution(), other.distribution()),
                verdict,
                words.sentence(verdict),
                words.next(verdict));
    }

    /// Whether both sides measure the same thing, as far as is known.
    private static FieldPairWords.Definitions definitions(
            Metric metric, PageViews before, PageViews after) {
        boolean areAlike =
                before == after
                        || before.dataset()
                                .provenance()
                                .definition(metric)
                                .equals(after.dataset().provenance().definition(metric));
        return areAlike ? FieldPairWords.Definitions.ALIKE : FieldPairWords.Definitions.DIFFERENT;
    }

    private static List<FieldPair.AtPercentile> quantiles(
            Metric metric, FieldPart one, FieldPart other) {
        List<FieldPair.AtPercentile> found = new ArrayList<>();
        for (int i = 0; i < FieldPart.percentiles().size(); i++) {
            if (one.quantiles().get(i) instanceof FieldQuantile.Known(var before)
                    && other.quantiles().get(i) instanceof FieldQuantile.Known(var after)) {
                found.add(
                        new FieldPair.AtPercentile(
                                FieldPart.percentiles().get(i),
                                metric.fromFixed(before.value()),
                                metric.fromFixed(after.value()),
                                inUnit(metric, FieldDifference.of(before, after))));
            }
        }
        return found;
    }

    private static FieldDifference inUnit(Metric metric, FieldDifference fixed) {
        return new FieldDifference(
                metric.fromFixed(fixed.value()),
                new Interval(
                        metric.fromFixed(fixed.interval().low()),
                        metric.fromFixed(fixed.interval().high())));
    }

    private static List<FieldPair.InClass> shares(FieldPart one, FieldPart other) {
        List<FieldPair.InClass> found = new ArrayList<>();
        one.shares()
                .forEach((share, before) -> {
                    Estimate after = other.shares().get(share);
                    if (after != null) {
                        found.add(
                                new FieldPair.InClass(
                                        share,
                                        before.value(),
                                        after.value(),
                                        FieldDifference.of(before, after)));
                    }
                });
        return found;
    }

    /// The first rule that applies.
    private static FieldPairVerdict verdict(
            Metric metric,
            FieldPair.Side before,
            FieldPair.Side after,
            List<FieldPair.AtPercentile> quantiles) {
        return quantiles.stream()
                .filter(found -> found.percentile() == DECIDING)
                .findFirst()
                .map(found -> judge(metric, found))
                .orElseGet(() ->
                        new FieldPairVerdict.TooFewViews(before.effective(), after.effective()));
    }

    private static FieldPairVerdict judge(Metric metric, FieldPair.AtPercentile p75) {
        Interval interval = p75.difference().interval();
        if (!interval.isAbove(0) && !interval.isBelow(0)) {
            return new FieldPairVerdict.NoClearDifference();
        }
        double difference = p75.difference().value();
        if (Math.abs(difference) < SmallestEffect.of(metric, p75.before())) {
            return new FieldPairVerdict.TooSmall();
        }
        return difference < 0 ? new FieldPairVerdict.Better() : new FieldPairVerdict.Worse();
    }
}
