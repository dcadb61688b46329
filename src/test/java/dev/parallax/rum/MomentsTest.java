package dev.parallax.rum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MomentsTest {
    private static final long DAY = 86_400_000;

    @Test
    void keepsEveryTimeHoweverFarApart() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            long[] times = times(random);
            var moments = new Moments(times.length);
            for (int from = 0; from < times.length; ) {
                int count = Math.min(1 + random.nextInt(9_000), times.length - from);
                moments.set(from, Arrays.copyOfRange(times, from, from + count), count);
                from += count;
            }
            assertThat(IntStream.range(0, times.length).mapToLong(moments::at).toArray())
                    .as("seed %d", seed)
                    .containsExactly(times);
        }
    }

    /// Ordered, in no order within months or millennia, and now and then unknown.
    private static long[] times(Random random) {
        long span = new long[] {DAY, 49 * DAY, 50 * DAY, 400_000 * DAY}[random.nextInt(4)];
        int unknown = random.nextInt(3);
        var times = new long[1 + random.nextInt(20_000)];
        Arrays.setAll(
                times,
                _ ->
                        random.nextInt(4) < unknown
                                ? Chunk.NO_TIME
                                : (long) (random.nextDouble() * span) - span / 3);
        if (random.nextBoolean()) {
            Arrays.sort(times);
        }
        return times;
    }

    @Test
    void knowsNothingOfRowsThatWereNotWritten() {
        assertThat(new Moments(3).at(2)).isEqualTo(Chunk.NO_TIME);
        assertThat(new Moments(3).range()).isEmpty();
    }
}
