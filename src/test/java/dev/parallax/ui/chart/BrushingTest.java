package dev.parallax.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parallax.compare.LabSeries;
import dev.parallax.rum.TimeWindow;
import dev.parallax.rum.ValueRange;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.FxThread;
import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.Axis;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Brushes drawn with a real mouse and keyboard over charts in a real window.
final class BrushingTest {
    private final Background background = Background.onCallersThread();
    private DistributionChart bars;
    private EcdfChart curve;
    private TimeChart time;
    private final ChartDesk desk =
            new ChartDesk(() -> {
                bars = new DistributionChart(background, _ -> {});
                curve = new EcdfChart(background, _ -> {});
                time = new TimeChart(background, _ -> {}, _ -> {});
                bars.linkWith(curve);
                bars.show(ChartSamples.values(LabRuns.of(1_600, 1_700, 1_800)));
                curve.show(ChartSamples.values(LabRuns.of(1_600, 1_700, 1_800)));
                time.show(ChartSamples.time(LabSeries.EMPTY));
                return new Region[] {bars.node(), curve.node(), time.node()};
            });
    private final XYChart chart = ChartDesk.chart(bars.node());
    private final Axis values = chart.getAxes().getFirst();
    private final Axis moments = ChartDesk.chart(time.node()).getAxes().getFirst();

    @AfterEach
    void close() {
        desk.close();
    }

    private double pixel(double value) {
        return FxThread.get(() -> values.getDisplayPosition(value));
    }

    /// Drags over the bars from value to value.
    private void drag(double... stops) {
        var places = new double[2 * stops.length];
        for (int i = 0; i < stops.length; i++) {
            places[2 * i] = Math.rint(pixel(stops[i]));
            places[2 * i + 1] = 40;
        }
        desk.drag(chart.getCanvas(), places);
    }

    private static void assertBrush(Optional<ValueRange> brush, double low, double high) {
        assertThat(brush).isPresent();
        assertThat(brush.get().low()).isCloseTo(low, within(6.0));
        assertThat(brush.get().high()).isCloseTo(high, within(6.0));
    }

    private Rectangle shade(Region node) {
        return (Rectangle) node.lookup(".brush");
    }

    @Test
    void draggingDrawsABrushAndShadesIt() {
        drag(1_000, 1_400, 2_000);
        assertBrush(bars.brush().get(), 1_000, 2_000);
        Rectangle shade = shade(bars.node());
        assertThat(shade.isVisible()).isTrue();
        assertThat(shade.getX()).isCloseTo(pixel(1_000), within(1.0));
        assertThat(shade.getX() + shade.getWidth()).isCloseTo(pixel(2_000), within(1.0));
        assertThat(shade.getHeight()).isEqualTo(chart.getCanvas().getHeight());
    }

    @Test
    void draggingBackwardsAndBeyondTheEdgeEndsThere() {
        drag(2_000, 1_000, 500);
        assertBrush(bars.brush().get(), 500, 2_000);
        press(KeyCode.ESCAPE);
        desk.drag(
                chart.getCanvas(),
                Math.rint(pixel(3_000)),
                40,
                pixel(3_900),
                40,
                pixel(4_000) + 9,
                40);
        assertBrush(bars.brush().get(), 3_000, 4_000);
    }

    @Test
    void draggingInsideMovesTheBrushAsAWhole() {
        drag(1_000, 2_000);
        drag(1_500, 1_800, 2_500);
        assertBrush(bars.brush().get(), 2_000, 3_000);
        drag(2_500, 3_999);
        assertBrush(bars.brush().get(), 3_000, 4_000);
    }

    @Test
    void draggingAnEdgeResizesAndMayCrossTheOther() {
        drag(1_000, 2_000);
        drag(2_000, 2_400);
        assertBrush(bars.brush().get(), 1_000, 2_400);
        drag(1_000, 600);
        assertBrush(bars.brush().get(), 600, 2_400);
        drag(2_400, 300);
        assertBrush(bars.brush().get(), 300, 600);
    }

    @Test
    void clickingBesideLetsItGoClickingInsideKeepsIt() {
        drag(1_000, 2_000);
        drag(1_500);
        assertBrush(bars.brush().get(), 1_000, 2_000);
        drag(3_000);
        assertThat(bars.brush().get()).isEmpty();
        assertThat(shade(bars.node()).isVisible()).isFalse();
    }

    @Test
    void aNewBrushBesideTheOldOneReplacesIt() {
        drag(1_000, 2_000);
        drag(2_500, 3_000);
        assertBrush(bars.brush().get(), 2_500, 3_000);
    }

    @Test
    void theCursorSaysWhatADragWouldDo() {
        desk.move(chart.getCanvas(), pixel(1_500), 40);
        assertThat(chart.getCanvas().getCursor()).isEqualTo(Cursor.CROSSHAIR);
        drag(1_000, 2_000);
        desk.move(chart.getCanvas(), pixel(1_500), 40);
        assertThat(chart.getCanvas().getCursor()).isEqualTo(Cursor.MOVE);
        desk.move(chart.getCanvas(), pixel(2_000) + 1, 40);
        assertThat(chart.getCanvas().getCursor()).isEqualTo(Cursor.H_RESIZE);
        desk.move(chart.getCanvas(), pixel(3_000), 40);
        assertThat(chart.getCanvas().getCursor()).isEqualTo(Cursor.CROSSHAIR);
    }

    @Test
    void linkedChartsShareTheBrushAndTheZoom() {
        drag(1_000, 2_000);
        assertThat(curve.brush().get()).isEqualTo(bars.brush().get());
        assertThat(shade(curve.node()).isVisible()).isTrue();
        press(KeyCode.Z);
        Axis other = ChartDesk.chart(curve.node()).getAxes().getFirst();
        assertThat(other.getMin()).isCloseTo(1_000, within(6.0));
        assertThat(other.getMax()).isCloseTo(2_000, within(6.0));
        desk.drag(ChartDesk.chart(curve.node()).getCanvas(), 100, 40, 200, 40);
        assertThat(bars.brush().get()).isEqualTo(curve.brush().get());
        assertThat(bars.brush().get().orElseThrow().high()).isLessThan(1_400);
    }

    private void press(KeyCode... codes) {
        desk.press(codes);
    }

    @Test
    void escapeLetsTheBrushGoAndIsLeftToOthersOtherwise() {
        drag(1_000, 2_000);
        int[] heard = {0};
        FxThread.run(() -> bars.node().setOnKeyPressed(_ -> heard[0]++));
        press(KeyCode.ESCAPE);
        assertThat(bars.brush().get()).isEmpty();
        assertThat(heard[0]).isZero();
        press(KeyCode.ESCAPE);
        assertThat(heard[0]).isEqualTo(1);
    }

    @Test
    void shiftAndArrowsDrawWithTheKeyboard() {
        drag(1_500);
        assertThat(bars.node().getScene().getFocusOwner()).isEqualTo(ChartDesk.plot(bars.node()));
        assertThat(ChartDesk.plot(bars.node()).isFocused()).isTrue();
        double step = values.getValueForDisplay(8) - values.getValueForDisplay(0);
        press(KeyCode.SHIFT, KeyCode.RIGHT);
        ValueRange first = bars.brush().get().orElseThrow();
        assertThat(first.high() - first.low()).isCloseTo(step, within(1.0));
        press(KeyCode.SHIFT, KeyCode.RIGHT);
        press(KeyCode.SHIFT, KeyCode.RIGHT);
        ValueRange third = bars.brush().get().orElseThrow();
        assertThat(third.low()).isCloseTo(first.low(), within(0.5));
        assertThat(third.high() - third.low()).isCloseTo(3 * step, within(1.0));
        for (int i = 0; i < 5; i++) {
            press(KeyCode.SHIFT, KeyCode.LEFT);
        }
        ValueRange turned = bars.brush().get().orElseThrow();
        assertThat(turned.high()).isCloseTo(first.low(), within(0.5));
        assertThat(turned.high() - turned.low()).isCloseTo(2 * step, within(1.0));
    }

    @Test
    void arrowsAloneReadOutAndDrawNothing() {
        drag(1_500);
        press(KeyCode.RIGHT);
        assertThat(bars.brush().get()).isEmpty();
        assertThat(ChartDesk.plot(bars.node()).getAccessibleHelp()).contains("ms");
    }

    @Test
    void keysZoomAndShowAllAgain() {
        drag(2_000);
        press(KeyCode.ADD);
        double width = values.getMax() - values.getMin();
        assertThat(width).isCloseTo(4_000 / 1.25, within(1.0));
        press(KeyCode.SUBTRACT);
        assertThat(values.getMax() - values.getMin()).isCloseTo(4_000, within(1.0));
        press(KeyCode.PLUS);
        press(KeyCode.DIGIT0);
        assertThat(values.getMin()).isZero();
        assertThat(values.getMax()).isEqualTo(4_000);
        drag(1_000, 2_000);
        press(KeyCode.Z);
        assertThat(values.getMin()).isCloseTo(1_000, within(6.0));
        assertThat(values.getMax()).isCloseTo(2_000, within(6.0));
        press(KeyCode.NUMPAD0);
        assertThat(values.getMax()).isEqualTo(4_000);
        assertBrush(bars.brush().get(), 1_000, 2_000);
    }

    @Test
    void aBrushSetFromOutsideIsDrawn() {
        FxThread.run(() -> bars.brush().set(Optional.of(new ValueRange(800, 1_200))));
        assertThat(shade(bars.node()).isVisible()).isTrue();
        assertThat(shade(bars.node()).getX()).isCloseTo(pixel(800), within(1.0));
        assertThat(curve.brush().get()).contains(new ValueRange(800, 1_200));
        FxThread.run(() ->
                bars.brush().set(Optional.of(new ValueRange(3_000, Double.POSITIVE_INFINITY))));
        assertThat(shade(bars.node()).getX() + shade(bars.node()).getWidth())
                .isCloseTo(chart.getCanvas().getWidth(), within(1.0));
        FxThread.run(() -> bars.brush().set(Optional.empty()));
        assertThat(shade(bars.node()).isVisible()).isFalse();
    }

    @Test
    void timeIsPickedInWholeMilliseconds() {
        desk.drag(ChartDesk.chart(time.node()).getCanvas(), 100, 40, 201, 40);
        TimeWindow window = time.brush().get().orElseThrow();
        assertThat(window.from().toEpochMilli() / 1e3)
                .isCloseTo(moments.getValueForDisplay(100), within(1e-3));
        var other = new TimeWindow(ChartSamples.BEGIN, ChartSamples.BEGIN.plusSeconds(86_400));
        FxThread.run(() -> time.brush().set(Optional.of(other)));
        assertThat(time.brush().get()).contains(other);
        assertThat(shade(time.node()).getX()).isZero();
    }

    @Test
    void newNumbersOfTheSameTimeKeepTheZoomOthersDoNot() {
        var inside =
                new TimeWindow(
                        ChartSamples.BEGIN.plus(Duration.ofDays(2)),
                        ChartSamples.BEGIN.plus(Duration.ofDays(5)));
        FxThread.run(() -> time.brush().set(Optional.of(inside)));
        drag(ChartDesk.plot(time.node()));
        assertThat(moments.getMin()).isEqualTo((double) inside.from().getEpochSecond());
        var runs = new LabSeries(new long[] {inside.from().toEpochMilli() + 1}, new double[] {900});
        FxThread.run(() -> time.show(ChartSamples.time(runs)));
        desk.pulse();
        assertThat(moments.getMin()).isEqualTo((double) inside.from().getEpochSecond());
        assertThat(moments.getMax()).isEqualTo((double) inside.to().getEpochSecond());
        TimeShown all = ChartSamples.time(runs);
        var fewer = new TimeShown(all.metric(), all.zone(), all.bands().subList(0, 6));
        FxThread.run(() -> time.show(fewer));
        assertThat(moments.getMin()).isEqualTo((double) ChartSamples.BEGIN.getEpochSecond());
        assertThat(moments.getMax()).isEqualTo(fewer.end());
    }

    private static void drag(javafx.scene.Node plot) {
        ChartDesk.press(plot, KeyCode.Z);
    }
}
