package dev.parallax.compare;

import dev.parallax.metric.Definition;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;
import dev.parallax.statistics.Distribution;
import dev.parallax.statistics.Interval;
import dev.parallax.statistics.Placement;
import dev.parallax.statistics.Quantiles;
import dev.parallax.statistics.RunsNeeded;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

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
        Sides<Read> sides = sides(lab, field, segment, matching.segment(), Read::of);
        Read all = sides.all();
        Read some = sides.matched();
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
        static Read of(FieldReading reading) {
            return new Read(reading.side(), reading.distribution());
        }
    }

    /// The same of both sides of the field.
    private record Sides<T>(T matched, T all) {}

    /// Reads both sides, or one if they are the same: everybody takes longer, so it is read beside
    /// those who are matched.
    private static <T> Sides<T> sides(
            LabSample lab,
            PageViews field,
            Segment all,
            Segment matched,
            Function<FieldReading, T> read) {
        if (matched.equals(all)) {
            T both = read.apply(FieldReading.of(field, lab, List.of(all)).getFirst());
            return new Sides<>(both, both);
        }
        List<FieldReading> readings = FieldReading.of(field, lab, List.of(matched, all));
        List<T> found = readings.parallelStream().map(read).toList();
        return new Sides<>(found.getFirst(), found.getLast());
    }

    /// How the distributions differ as wholes.
    ///
    /// @param segment as for [#compare]
    public static Differences differences(LabSample lab, PageViews field, Segment segment) {
        Segment matching = Matching.of(lab.profile(), field, segment).segment();
        Sides<Differences.Side> sides =
                sides(lab, field, segment, matching, FieldReading::differences);
        return new Differences(sides.matched(), sides.all());
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
