package dev.parallax.compare;

import dev.parallax.metric.Definition;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.statistics.Distribution;
import dev.parallax.statistics.Interval;
import dev.parallax.statistics.Placement;
import dev.parallax.statistics.Quantiles;
import dev.parallax.statistics.RunsNeeded;
import java.util.OptionalDouble;
import java.util.concurrent.ForkJoinPool;

/// Compares a lab sample with real users and comes to a verdict, by the rules of `docs/methods.md`.
public final class Comparer {
    private Comparer() {}

    /// Answers one question.
    ///
    /// @param lab what the lab measured
    /// @param field an opened data set
    /// @param segment which users are meant, page included; the matched users are a part of them
    /// @param aim where the lab is meant to stand
    public static Comparison compare(LabSample lab, PageViews field, Segment segment, Aim aim) {
        Matching matching = Matching.of(lab.profile(), field, segment);
        // everybody takes the longest, so it is read beside those who are matched
        Read all;
        Read some;
        if (matching.segment().equals(segment)) {
            all = Read.of(field, lab, segment);
            some = all;
        } else {
            var reading =
                    ForkJoinPool.commonPool().submit(() -> Read.of(field, lab, matching.segment()));
            all = Read.of(field, lab, segment);
            some = reading.join();
        }
        FieldSide matched = some.side();
        Definition definition = field.dataset().provenance().definition(lab.metric());
        Verdict verdict = verdict(lab, matched, aim);
        var median =
                lab.values().isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Quantiles.median(lab.toArray()));
        var words = new VerdictWords(lab, median, matched, matching.notMatched(), definition);
        return new Comparison(
                lab,
                median,
                Modes.of(lab.metric(), lab.toArray()),
                field.dataset().name(),
                aim,
                matched,
                all.side(),
                Curves.of(lab, some.distribution(), all.distribution()),
                matching.notMatched(),
                definition,
                verdict,
                words.sentence(verdict),
                words.next(verdict),
                new Notes(lab, field, matched, definition).list());
    }

    /// One side of the field with the distribution it was read from.
    private record Read(FieldSide side, Distribution distribution) {
        static Read of(PageViews field, LabSample lab, Segment segment) {
            var reading = new FieldReading(field, lab, segment);
            return new Read(reading.side(), reading.distribution());
        }
    }

    /// How the distributions differ as wholes.
    ///
    /// @param segment as for [#compare]
    public static Differences differences(LabSample lab, PageViews field, Segment segment) {
        Segment matching = Matching.of(lab.profile(), field, segment).segment();
        if (matching.equals(segment)) {
            Differences.Side all = new FieldReading(field, lab, segment).differences();
            return new Differences(all, all);
        }
        var some =
                ForkJoinPool.commonPool()
                        .submit(() -> new FieldReading(field, lab, matching).differences());
        Differences.Side all = new FieldReading(field, lab, segment).differences();
        return new Differences(some.join(), all);
    }

    /// The first rule that applies.
    private static Verdict verdict(LabSample lab, FieldSide matched, Aim aim) {
        if (lab.values().size() < Verdict.FEWEST_RUNS) {
            return new Verdict.TooFewRuns(lab.values().size());
        }
        if (matched.measured() == 0) {
            return new Verdict.NothingInCommon();
        }
        if (matched.effective() < Verdict.FEWEST_VIEWS) {
            return new Verdict.TooFewViews(matched.effective());
        }
        return matched.placement()
                .map(placement -> judge(placement, lab.values().size(), aim))
                .orElseGet(Verdict.LowerBound::new);
    }

    private static Verdict judge(Placement placement, int runs, Aim aim) {
        Interval interval = placement.interval();
        if (isRepresentative(interval, aim)) {
            return new Verdict.Representative();
        }
        if (interval.isBelow(aim.percentile())) {
            return new Verdict.Optimistic();
        }
        if (interval.isAbove(aim.percentile())) {
            return new Verdict.Pessimistic();
        }
        return new Verdict.Inconclusive(
                RunsNeeded.toDecide(placement, runs, other -> isDecided(other, aim)));
    }

    private static boolean isDecided(Interval interval, Aim aim) {
        return isRepresentative(interval, aim)
                || interval.isBelow(aim.percentile())
                || interval.isAbove(aim.percentile());
    }

    private static boolean isRepresentative(Interval interval, Aim aim) {
        return interval.isInside(new Interval(aim.low(), aim.high()));
    }
}
