package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ClusteredSampleTest {

    @Test
    void keepsTheRowsOfASessionTogetherInAscendingOrder() {
        var sample =
                ClusteredSample.of(
                        new int[] {9, 4, Distribution.MISSING, 5, 2, 7},
                        new int[] {30, 10, 10, 30, 10, 20},
                        new double[] {1, 2, 3, 4, 5, 0});

        assertThat(sample.sessions()).isEqualTo(2);
        assertThat(List.of(sample.sessionStart(0), sample.sessionStart(1), sample.sessionStart(2)))
                .containsExactly(0, 2, 4);
        assertThat(IntStream.range(0, 4).map(sample::value)).containsExactly(5, 9, 2, 4);
        assertThat(IntStream.range(0, 4).mapToObj(sample::weight))
                .containsExactly(4.0, 1.0, 5.0, 2.0);
        assertThat(sample.distribution().totalWeight()).isEqualTo(12);
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
