package dev.parallax.rum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.rum.SmallPageViews.View;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TimeIndexTest {
    private static final int CASES = 1_000;
    private static final double ROUNDING = 1e-6;

    @Test
    void aBinHoldsWhatLiesBetweenItsEdges() {
        double[] edges = LogBins.edges();
        assertThat(edges).hasSize(LogBins.COUNT + 1).isSorted();
        assertThat(edges[1]).isEqualTo(16.5);
        var random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            int value = random.nextInt() >>> (1 + random.nextInt(31));
            assertThat((double) value).isGreaterThanOrEqualTo(edges[LogBins.of(value)]);
            assertThat((double) value).isLessThan(edges[LogBins.of(value) + 1]);
        }
        assertThat(LogBins.of(Integer.MAX_VALUE)).isEqualTo(LogBins.COUNT - 1);
        assertThat(edges[300] / edges[299]).isBetween(1.015, 1.032);
    }

    @Test
    void binsOfASelectionAreThoseOfAPlainLoop() {
        var random = new Random(2);
        for (int i = 0; i < CASES; i++) {
            var small = SmallPageViews.draw(random, 200);
            Selection selection = small.opened().select(SmallPageViews.segment(random));
            var expected = bins(small.in(selection));
            assertThat(small.opened().bins(Metric.LCP, selection, Progress.NONE))
                    .containsExactly(expected, within(ROUNDING));
            var exact = new double[LogBins.COUNT];
            small.opened().distribution(Metric.LCP, selection).bins(LogBins.edges(), exact);
            assertThat(exact).containsExactly(expected, within(ROUNDING));
        }
    }

    @Test
    void anyStretchOfTheIndexIsThatOfAPlainLoop() {
        var random = new Random(3);
        for (int i = 0; i < CASES; i++) {
            var small = SmallPageViews.draw(random, 200);
            Selection selection = small.opened().select(SmallPageViews.segment(random));
            TimeWindow window = small.opened().range().orElse(someWindow());
            TimeIndex index =
                    small.opened()
                            .timeIndex(
                                    Metric.LCP,
                                    selection,
                                    window,
                                    1 + random.nextInt(40),
                                    Progress.NONE);
            assertThat(index.start(0)).isEqualTo(window.from());
            assertThat(index.start(index.columns())).isEqualTo(window.to());
            int from = random.nextInt(index.columns() + 1);
            int to = from + random.nextInt(index.columns() + 1 - from);
            List<View> inside =
                    small.in(selection).stream()
                            .filter(view ->
                                    view.hasTime()
                                            && !time(view).isBefore(index.start(from))
                                            && time(view).isBefore(index.start(to)))
                            .toList();
            var bins = new double[LogBins.COUNT];
            index.bins(from, to, bins);
            double[] expected = bins(inside);
            assertThat(bins).containsExactly(expected, within(ROUNDING));
            List<View> measured = inside.stream().filter(view -> view.has(Metric.LCP)).toList();
            assertThat(index.weight(from, to))
                    .isCloseTo(BruteForce.weight(measured), within(ROUNDING));
            if (measured.isEmpty()) {
                assertThat(index.roughQuantile(0.5, from, to)).isNaN();
            }
        }
    }

    @Test
    void aRoughQuantileIsInTheRightBin() {
        var random = new Random(4);
        for (int i = 0; i < CASES; i++) {
            var small = SmallPageViews.draw(random, 400);
            Selection selection = small.opened().select(Segment.ALL);
            if (small.opened().range().isEmpty()
                    || small.views().stream().anyMatch(view -> !view.hasTime())
                    || small.opened().distribution(Metric.LCP, selection).isEmpty()) {
                continue;
            }
            TimeIndex index =
                    small.opened()
                            .timeIndex(
                                    Metric.LCP,
                                    selection,
                                    small.opened().range().get(),
                                    7,
                                    Progress.NONE);
            double rough = index.roughQuantile(0.5, 0, index.columns()) * 10;
            if (LogBins.of((int) rough) == LogBins.COUNT - 1) {
                continue;
            }
            double[] shares = new double[1];
            small.opened()
                    .distribution(Metric.LCP, selection)
                    .cumulative(new double[] {rough * 1.032 + 17}, shares);
            assertThat(shares[0]).isGreaterThanOrEqualTo(0.5);
        }
    }

    @Test
    void refusesColumnsItDoesNotHave() {
        var small = SmallPageViews.draw(new Random(5), 50);
        TimeIndex index =
                small.opened()
                        .timeIndex(
                                Metric.LCP,
                                small.opened().select(Segment.ALL),
                                someWindow(),
                                10,
                                Progress.NONE);
        assertThat(index.columns()).isEqualTo(10);
        assertThatThrownBy(() -> index.weight(3, 11)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> index.weight(3, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static TimeWindow someWindow() {
        return new TimeWindow(Instant.ofEpochMilli(0), Instant.ofEpochMilli(1_000));
    }

    private static Instant time(View view) {
        return Instant.ofEpochMilli(view.time());
    }

    private static double[] bins(List<View> views) {
        double[] edges = LogBins.edges();
        var bins = new double[LogBins.COUNT];
        for (View view : views) {
            Integer value = view.metrics().get(Metric.LCP);
            if (value != null) {
                int bin = 0;
                while (value >= edges[bin + 1]) {
                    bin++;
                }
                bins[bin] += view.weight();
            }
        }
        return bins;
    }
}
