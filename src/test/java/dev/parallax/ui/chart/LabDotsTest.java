package dev.parallax.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.compare.LabSeries;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.FxThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

final class LabDotsTest {
    private static final Pattern WEDGE =
            Pattern.compile("<polygon [^>]*points=\"[^ \"]+ [^ \"]+ [^ \"]+\"/>");
    private static final Pattern BAR_FROM_THE_TOP =
            Pattern.compile("fill-opacity=\"0.55\" x=\"0.0\" y=\"0.0\" width=\"1.0\"");

    private record Column(double x, double low, double high) {}

    private static List<Column> columns(LabSeries runs, double begin, double end, double width) {
        var columns = new ArrayList<Column>();
        LabDots.columns(
                runs, begin, end, width, (x, low, high) -> columns.add(new Column(x, low, high)));
        return columns;
    }

    /// The same by a map from column to all of its runs, which knows nothing of order.
    private static List<Column> expected(LabSeries runs, double begin, double end, double width) {
        var found = new TreeMap<Integer, Column>();
        for (int i = 0; i < runs.millis().length; i++) {
            double millis = runs.millis()[i];
            if (millis >= begin * 1e3 && millis <= end * 1e3) {
                int x = (int) ((millis - begin * 1e3) * (width / ((end - begin) * 1e3)));
                double value = runs.values()[i];
                found.merge(
                        x,
                        new Column(x, value, value),
                        (one, other) ->
                                new Column(
                                        x,
                                        Math.min(one.low(), other.low()),
                                        Math.max(one.high(), other.high())));
            }
        }
        return List.copyOf(found.values());
    }

    private static LabSeries series(Random random, int count) {
        long moment = 1_790_000_000_000L;
        long[] millis = new long[count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            // many at the same moment, many far apart
            moment += random.nextInt(4) == 0 ? 0 : (long) Math.exp(random.nextDouble() * 14);
            millis[i] = moment;
            values[i] = 200 + 3_000 * random.nextDouble();
        }
        return new LabSeries(millis, values);
    }

    @Test
    void drawsTheLowestAndTheHighestOfEachColumnAndNothingElse() {
        var random = new Random(41);
        for (int round = 0; round < 2_000; round++) {
            LabSeries runs = series(random, random.nextInt(300));
            double first = 1_790_000_000.0;
            double last =
                    runs.millis().length == 0
                            ? first + 1
                            : runs.millis()[runs.millis().length - 1] / 1e3;
            double begin = first + (random.nextDouble() * 1.2 - 0.2) * (last - first);
            double end = begin + Math.max(1e-3, random.nextDouble() * 1.5 * (last - first));
            double width = 1 + random.nextInt(2_000);
            assertThat(columns(runs, begin, end, width))
                    .as("round %d", round)
                    .isEqualTo(expected(runs, begin, end, width));
        }
    }

    @Test
    void oneSpikeAmongAMillionIsThereAtEveryZoom() {
        int count = 1_000_000;
        var random = new Random(7);
        long[] millis = new long[count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            millis[i] = 1_790_000_000_000L + 60_000L * i;
            values[i] = 1_000 + 10 * random.nextDouble();
        }
        int spike = 654_321;
        values[spike] = 9_000;
        var runs = new LabSeries(millis, values);
        double at = millis[spike] / 1e3;
        double[] lengths = {60_000_000, 1_000_000, 100_000, 10_000, 600, 60, 1};
        for (double length : lengths) {
            for (double place : new double[] {0, 0.25, 0.5, 1}) {
                double begin = at - place * length;
                List<Column> drawn = columns(runs, begin, begin + length, 700);
                assertThat(drawn).as("%s s", length).hasSizeLessThanOrEqualTo(701);
                assertThat(drawn).filteredOn(column -> column.high() == 9_000).hasSize(1);
            }
        }
    }

    @Test
    void runsOutsideAreLeftOut() {
        var runs = new LabSeries(new long[] {999, 1_000, 2_000, 2_001}, new double[] {1, 2, 3, 4});
        assertThat(columns(runs, 1, 2, 100))
                .containsExactly(new Column(0, 2, 2), new Column(100, 3, 3));
        assertThat(columns(runs, 3, 4, 100)).isEmpty();
        assertThat(columns(LabSeries.EMPTY, 0, 4, 100)).isEmpty();
    }

    @Test
    void runsOutsideTheUsersTimeAreKnownToBe() {
        long begin = ChartSamples.BEGIN.toEpochMilli();
        long end = ChartSamples.time(LabSeries.EMPTY).window().to().toEpochMilli();
        assertThat(hasInside(begin - 1, end)).isFalse();
        assertThat(hasInside(begin)).isTrue();
        assertThat(hasInside(end - 1)).isTrue();
        assertThat(hasInside()).isFalse();
    }

    @Test
    void runsOutsideTheUsersTimeDoNotStretchTheAxis() {
        long begin = ChartSamples.BEGIN.toEpochMilli();
        double alone = ChartSamples.time(LabSeries.EMPTY).top();
        double[] slow = {5_000};
        assertThat(ChartSamples.time(new LabSeries(new long[] {begin - 1}, slow)).top())
                .isEqualTo(alone);
        assertThat(ChartSamples.time(new LabSeries(new long[] {begin}, slow)).top())
                .isGreaterThan(alone);
    }

    private static boolean hasInside(long... millis) {
        return ChartSamples.time(new LabSeries(millis, new double[millis.length])).hasLabInside();
    }

    @Test
    void aRunAboveTheTopIsAWedgeThereAndABarReachesIt() {
        long moment = ChartSamples.BEGIN.toEpochMilli() + 1;
        var charts = new ArrayList<TimeChart>();
        try (var desk =
                new ChartDesk(() -> {
                    charts.add(new TimeChart(Background.onCallersThread(), _ -> {}, _ -> {}));
                    return new Region[] {charts.getFirst().node()};
                })) {
            TimeChart chart = charts.getFirst();
            String above =
                    svg(desk, chart, new LabSeries(new long[] {moment}, new double[] {90_000}));
            assertThat(above).containsPattern(WEDGE).doesNotContainPattern(BAR_FROM_THE_TOP);
            String both =
                    svg(
                            desk,
                            chart,
                            new LabSeries(new long[] {moment, moment}, new double[] {500, 90_000}));
            assertThat(both).containsPattern(WEDGE).containsPattern(BAR_FROM_THE_TOP);
            String inside =
                    svg(desk, chart, new LabSeries(new long[] {moment}, new double[] {1_000}));
            assertThat(inside).doesNotContainPattern(WEDGE);
        }
    }

    private static String svg(ChartDesk desk, TimeChart chart, LabSeries runs) {
        FxThread.run(() -> chart.show(ChartSamples.time(runs)));
        desk.pulse();
        return FxThread.get(() -> ((ChartPanel) chart.node()).picture().svg().orElseThrow());
    }
}
