package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ClusteredSampleTest {

    @Test
    void sumsWhatEachSessionHasBelowAValue() {
        var random = new Random(5);
        for (int round = 0; round < 1_000; round++) {
            int size = random.nextInt(1, 60);
            int[] values =
                    random.ints(size, -1, 12).map(v -> v < 0 ? Distribution.MISSING : v).toArray();
            int[] sessions = random.ints(size, 0, 9).map(code -> 3 * code).toArray();
            double[] weights = random.ints(size, 0, 5).asDoubleStream().toArray();
            double x = random.nextInt(24) / 2.0;
            Map<Integer, List<Double>> expected = new TreeMap<>();
            for (int row = 0; row < size; row++) {
                if (values[row] != Distribution.MISSING && weights[row] > 0) {
                    double score = values[row] < x ? 1 : values[row] == x ? 0.5 : 0;
                    double weight = weights[row];
                    expected.merge(
                            sessions[row],
                            List.of(score * weight, weight),
                            (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1)));
                }
            }
            var sample = ClusteredSample.of(values, sessions, weights);
            List<List<Double>> visited = new ArrayList<>();
            sample.visitSessions(x, 0.5, (scored, weight) -> visited.add(List.of(scored, weight)));

            assertThat(visited).containsExactlyInAnyOrderElementsOf(expected.values());
            assertThat(sample.sessions()).isEqualTo(expected.size());
        }
    }

    @Test
    void rowsOfUnknownSessionStandAlone() {
        var sample = ClusteredSample.of(new int[] {1, 2, 3, 4}, new int[] {-1, 7, -1, 7}, null);

        assertThat(sample.sessions()).isEqualTo(3);
        assertThat(sample.size()).isEqualTo(4);
    }

    @Test
    void refusesArraysThatDoNotMatchAndBadRows() {
        int[] two = {1, 2};
        assertThatThrownBy(() -> ClusteredSample.of(two, new int[3], null))
                .hasMessage("2 values but 3 sessions");
        assertThatThrownBy(() -> ClusteredSample.of(two, null, new double[1]))
                .hasMessage("2 values but 1 weights");
        assertThatThrownBy(() -> ClusteredSample.of(two, null, new double[] {1, Double.NaN}))
                .hasMessage("weight is negative or no number: NaN");
        assertThatThrownBy(() -> ClusteredSample.of(new int[] {1, -2}, null, null))
                .hasMessage("value is negative: -2");
    }
}
