package dev.parallax.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/// How far two sets of runs come apart when nothing has changed: the machine's own noise, learnt
/// from runs of one time and one condition by comparing them with themselves.
///
/// The runs are dealt 2,000 times into two halves, neighbours in time together so that what two
/// runs in a row share stays on one side. The root mean square of the halves' shifts by
/// [HodgesLehmann] is the standard error of a shift when nothing has changed (a permutation
/// estimate: Good 2005, *Permutation, Parametric and Bootstrap Tests of Hypotheses*, 3rd ed.,
/// §3.2); the floor is Student's t times that, what 95 % of such shifts stay below. (Their 95th
/// percentile itself is too low: halves of the same 20 runs come apart by less than fresh runs do.)
/// As noise shrinks with the number of runs, it is given for two sets of the sizes at hand by √(1/n
/// + 1/m).
///
/// It misleads where the machine drifts more slowly than the runs reach: a change of the whole
/// afternoon is in no half. The dealing starts from a fixed seed: the same runs have the same
/// floor.
///
/// @param ofHalves the floor for two sets as large as a half, in the unit of the values, 0 or more
/// @param half how many runs a half had
public record NoiseFloor(double ofHalves, int half) {
    /// The most runs that are used, the newest: those of one time.
    public static final int MOST_RUNS = 20;

    /// The fewest: two halves whose medians have an interval.
    public static final int FEWEST_RUNS = 2 * SmallestSample.forQuantile(0.5);

    private static final int BLOCK = 2;
    private static final int DRAWS = 2_000;
    private static final long SEED = 0xA0A5L;

    /// Learns from runs between which nothing was changed.
    ///
    /// @param runs oldest first; the newest [#MOST_RUNS] are used, an even number of them
    /// @return nothing with fewer than [#FEWEST_RUNS]
    public static Optional<NoiseFloor> of(double[] runs) {
        int used = Math.min(runs.length, MOST_RUNS) / (2 * BLOCK) * 2 * BLOCK;
        if (used < FEWEST_RUNS) {
            return Optional.empty();
        }
        double[] newest = Arrays.copyOfRange(runs, runs.length - used, runs.length);
        var random = new SplittableRandom(SEED);
        int[] blocks = new int[used / BLOCK];
        Arrays.setAll(blocks, block -> block);
        double squares = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            shuffle(blocks, random);
            double[] one = new double[used / 2];
            double[] other = new double[used / 2];
            for (int i = 0; i < used / 2; i++) {
                one[i] = newest[blocks[i / BLOCK] * BLOCK + i % BLOCK];
                other[i] = newest[blocks[blocks.length / 2 + i / BLOCK] * BLOCK + i % BLOCK];
            }
            double shift = HodgesLehmann.shift(one, other);
            squares += shift * shift;
        }
        double reach = Normal.student975(used - 2L);
        return Optional.of(new NoiseFloor(reach * Math.sqrt(squares / DRAWS), used / 2));
    }

    /// The floor for the difference of two sets of these sizes. Example: 100 ms between halves of
    /// 10 is 50 ms between sets of 40.
    public double between(int first, int second) {
        return ofHalves * Math.sqrt((1.0 / first + 1.0 / second) * half / 2);
    }

    private static void shuffle(int[] blocks, SplittableRandom random) {
        for (int i = blocks.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = blocks[i];
            blocks[i] = blocks[other];
            blocks[other] = kept;
        }
    }
}
