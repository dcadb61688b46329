package dev.parallax.compare;

import dev.parallax.statistics.CliffsDelta;
import dev.parallax.statistics.HodgesLehmann;
import dev.parallax.statistics.Holm;
import dev.parallax.statistics.MannWhitney;
import dev.parallax.statistics.NoiseFloor;
import dev.parallax.statistics.Quantiles;
import dev.parallax.statistics.RunsToShow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Compares two sets of runs and comes to a verdict, by the rules of `docs/methods.md`.
public final class LabPairComparer {
    private static final double LEVEL = 0.05;

    private LabPairComparer() {}

    /// One metric of both sides.
    ///
    /// @param before the base
    /// @param after of the same page and metric
    /// @param quiet values of runs between which nothing was changed, oldest first, in the metric's
    ///   unit: what the machine's own noise is learnt from; usually the base and what came before
    public record Sides(LabSample before, LabSample after, List<Double> quiet) {
        public Sides {
            if (before.metric() != after.metric()) {
                throw new IllegalArgumentException(before.metric() + " against " + after.metric());
            }
            quiet = List.copyOf(quiet);
        }

        private boolean areEnough() {
            return before.values().size() >= LabPairVerdict.FEWEST_RUNS
                    && after.values().size() >= LabPairVerdict.FEWEST_RUNS;
        }
    }

    /// Answers one question.
    ///
    /// @param before the base in words: `revision 3`
    /// @param after the other side in words
    /// @param metrics at least one; the first is the headline
    public static LabPair compare(String before, String after, List<Sides> metrics) {
        if (metrics.isEmpty()) {
            throw new IllegalArgumentException("no metric");
        }
        List<Sides> known = metrics.stream().filter(Sides::areEnough).toList();
        List<MannWhitney> tests =
                known.stream()
                        .map(sides ->
                                MannWhitney.of(sides.before().toArray(), sides.after().toArray()))
                        .toList();
        double[] adjusted = Holm.adjusted(tests.stream().mapToDouble(MannWhitney::p).toArray());
        List<LabPair.InMetric> differences = new ArrayList<>();
        int next = 0;
        for (Sides sides : metrics) {
            Optional<LabPair.Measured> measured = Optional.empty();
            if (sides.areEnough()) {
                measured = Optional.of(measured(sides, tests.get(next), adjusted[next]));
                next++;
            }
            differences.add(judged(before, after, sides, measured));
        }
        return new LabPair(before, after, differences);
    }

    private static LabPair.Measured measured(Sides sides, MannWhitney test, double adjusted) {
        double[] before = sides.before().toArray();
        double[] after = sides.after().toArray();
        return new LabPair.Measured(
                Quantiles.median(before),
                Quantiles.median(after),
                HodgesLehmann.of(before, after),
                CliffsDelta.of(before, after),
                test,
                adjusted);
    }

    private static LabPair.InMetric judged(
            String before, String after, Sides sides, Optional<LabPair.Measured> measured) {
        double smallest =
                measured.map(found -> SmallestEffect.of(sides.before().metric(), found.before()))
                        .orElse(0.0);
        OptionalDouble floor = floor(sides);
        LabPairVerdict verdict = verdict(sides, measured, smallest, floor);
        var words = new LabPairWords(before, after, sides, measured, smallest, floor);
        return new LabPair.InMetric(
                sides.before(),
                sides.after(),
                measured,
                smallest,
                floor,
                verdict,
                words.sentence(verdict),
                words.next(verdict));
    }

    private static OptionalDouble floor(Sides sides) {
        if (!sides.areEnough()) {
            return OptionalDouble.empty();
        }
        return NoiseFloor.of(sides.quiet().stream().mapToDouble(Double::doubleValue).toArray())
                .map(floor ->
                        OptionalDouble.of(
                                floor.between(
                                        sides.before().values().size(),
                                        sides.after().values().size())))
                .orElseGet(OptionalDouble::empty);
    }

    /// The first rule that applies.
    private static LabPairVerdict verdict(
            Sides sides,
            Optional<LabPair.Measured> measured,
            double smallest,
            OptionalDouble floor) {
        List<String> others =
                ProfileDifferences.between(sides.before().profile(), sides.after().profile());
        if (!others.isEmpty()) {
            return new LabPairVerdict.DifferentConditions(others);
        }
        if (measured.isEmpty()) {
            return new LabPairVerdict.TooFewRuns(
                    sides.before().values().size(), sides.after().values().size());
        }
        LabPair.Measured found = measured.get();
        double shift = found.shift().shift();
        if (found.adjusted() > LEVEL) {
            return new LabPairVerdict.NoDifferenceShown(more(sides, smallest));
        }
        if (Math.abs(shift) < smallest || found.delta().size() == CliffsDelta.Size.NEGLIGIBLE) {
            return new LabPairVerdict.TooSmall();
        }
        if (floor.isPresent() && Math.abs(shift) <= floor.getAsDouble()) {
            return new LabPairVerdict.WithinNoise(floor.getAsDouble());
        }
        return shift < 0 ? new LabPairVerdict.Faster() : new LabPairVerdict.Slower();
    }

    private static int more(Sides sides, double smallest) {
        double spread = RunsToShow.spread(sides.before().toArray(), sides.after().toArray());
        int has = Math.min(sides.before().values().size(), sides.after().values().size());
        return Math.max(0, RunsToShow.eachSide(smallest, spread) - has);
    }
}
