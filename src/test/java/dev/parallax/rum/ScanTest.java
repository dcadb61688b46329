package dev.parallax.rum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.statistics.Distribution;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScanTest {
    private static final int MANY = 1_500_000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 65_536, 65_537, 600_000, MANY})
    void everyRowIsSeenOnce(int rows) {
        var seen = new byte[rows];
        List<long[]> parts =
                Scan.rows(
                        rows,
                        Progress.NONE,
                        () -> new long[1],
                        (count, from, to) -> {
                            assertThat(from % 64).isZero();
                            for (int row = from; row < to; row++) {
                                seen[row]++;
                                count[0]++;
                            }
                        });
        assertThat(parts.stream().mapToLong(part -> part[0]).sum()).isEqualTo(rows);
        for (byte times : seen) {
            assertThat(times).isEqualTo((byte) 1);
        }
    }

    @Test
    void cancelledWorkEndsWithThePieceUnderWay() {
        var progress = new CancelledAfter(3);
        var pieces = new AtomicInteger();
        assertThatThrownBy(() -> Scan.words(MANY, progress, (_, _) -> pieces.incrementAndGet()))
                .isInstanceOf(CancellationException.class);
        assertThat(pieces.get()).isLessThanOrEqualTo(4);
    }

    @Test
    void aFailureOfEitherThreadIsTheCallers() {
        assertThatThrownBy(() ->
                        Scan.words(
                                MANY,
                                Progress.NONE,
                                (from, _) -> {
                                    if (from >= MANY / 128) {
                                        throw new IllegalArgumentException("in the second half");
                                    }
                                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("in the second half");
    }

    @ParameterizedTest
    @EnumSource(RandomPageViews.Weights.class)
    void twoThreadsGiveWhatOneGives(RandomPageViews.Weights weights) {
        var recorded = new RecordedPageViews();
        RandomPageViews.write(new RandomPageViews(new Random(5), weights).rows(600_000), recorded);
        PageViews views = recorded.open();
        Segment segment = Segment.ALL.with(Dimension.DEVICE, Set.of("mobile", "tablet"));
        Distribution expected = views.sample(Metric.LCP, views.select(segment)).distribution();
        for (int i = 0; i < 5; i++) {
            Distribution found = views.distribution(Metric.LCP, views.select(segment));
            assertThat(found.count()).isEqualTo(expected.count());
            assertThat(found.totalWeight()).isEqualTo(expected.totalWeight());
            assertThat(found.effectiveCount()).isEqualTo(expected.effectiveCount());
            for (double q = 0; q <= 1; q += 0.01) {
                assertThat(found.quantile(q)).isEqualTo(expected.quantile(q));
            }
        }
    }

    /// Is cancelled from a certain question on.
    private static final class CancelledAfter implements Progress {
        private final AtomicInteger left;

        CancelledAfter(int questions) {
            left = new AtomicInteger(questions);
        }

        @Override
        public void report(double fraction, String what) {}

        @Override
        public boolean isCancelled() {
            return left.getAndDecrement() <= 0;
        }

        @Override
        public void onCancel(Runnable action) {}
    }
}
