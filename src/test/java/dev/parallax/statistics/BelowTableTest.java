package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class BelowTableTest {
    private static final int ROWS = 140_000;

    /// Values tie within sessions and between them, some lie beyond the table, some rows know no
    /// session.
    private static ClusteredSample sample(Random random) {
        int[] values = new int[ROWS];
        int[] sessions = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[row] =
                    random.nextInt(50) == 0
                            ? BelowTable.VALUES - 3 + random.nextInt(9)
                            : random.nextInt(400);
            sessions[row] = random.nextInt(30) == 0 ? -1 : random.nextInt(ROWS / 4);
        }
        return ClusteredSample.of(values, sessions, null);
    }

    @Test
    void saysWhatAPassOverTheSampleSays() {
        var random = new Random(11);
        ClusteredSample sample = sample(random);
        BelowTable table = BelowTable.of(sample).orElseThrow();
        for (int round = 0; round < 60; round++) {
            double x =
                    switch (round % 3) {
                        case 0 -> random.nextInt(400);
                        case 1 -> random.nextInt(400) + 0.5;
                        default -> BelowTable.VALUES - 1 - random.nextInt(3);
                    };
            double score = random.nextInt(3) / 2.0;
            assertThat(table.knows(x)).isTrue();
            assertThat(table.below(x, score))
                    .as("%s, %s", x, score)
                    .isEqualTo(SessionSums.passed(sample, new double[] {x}, score)[0]);
        }
    }

    @Test
    void isForLargeSamplesWithoutWeights() {
        assertThat(BelowTable.of(ClusteredSample.of(new int[10], new int[10], null))).isEmpty();
        double[] weights = new double[ROWS];
        assertThat(BelowTable.of(ClusteredSample.of(new int[ROWS], new int[ROWS], weights)))
                .isEmpty();
        assertThat(BelowTable.of(ClusteredSample.of(new int[ROWS], null, null))).isEmpty();
    }

    @Test
    void leavesValuesBeyondItToAPass() {
        ClusteredSample sample = sample(new Random(5));
        assertThat(BelowTable.of(sample).orElseThrow().knows(BelowTable.VALUES)).isFalse();
        double[] beyond = {100, BelowTable.VALUES + 1};
        assertThat(SessionSums.below(sample, beyond, 1))
                .isEqualTo(SessionSums.passed(sample, beyond, 1));
    }
}
