package dev.parallax.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.rum.WeekHours;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.FxThread;
import java.time.DayOfWeek;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Hours of the week picked with a real mouse and keyboard.
final class WeekBrushTest {
    private WeekChart week;
    private final ChartDesk desk =
            new ChartDesk(() -> {
                week = new WeekChart(Background.onCallersThread(), _ -> {});
                week.show(ChartSamples.week());
                return new Region[] {week.node()};
            });
    private final Region area = (Region) Objects.requireNonNull(week.node().lookup(".week-chart"));

    @AfterEach
    void close() {
        desk.close();
    }

    private double x(int hour) {
        return 56 + (hour + 0.5) * (area.getWidth() - 56) / 24;
    }

    private double y(DayOfWeek day) {
        return (day.getValue() - 0.5) * (area.getHeight() - 20) / 7;
    }

    private static Optional<WeekHours> hours(DayOfWeek first, DayOfWeek last, int from, int to) {
        return Optional.of(new WeekHours(first, last, from, to));
    }

    private Rectangle shade() {
        return (Rectangle) area.lookup(".brush");
    }

    @Test
    void draggingPicksABlockInWhateverDirection() {
        desk.drag(area, x(9), y(DayOfWeek.TUESDAY), x(12), y(DayOfWeek.THURSDAY));
        assertThat(week.brush().get())
                .isEqualTo(hours(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, 9, 12));
        assertThat(shade().isVisible()).isTrue();
        assertThat(shade().contains(x(10), y(DayOfWeek.WEDNESDAY))).isTrue();
        assertThat(shade().contains(x(13), y(DayOfWeek.WEDNESDAY))).isFalse();
        desk.drag(area, x(20), y(DayOfWeek.SUNDAY), x(18), y(DayOfWeek.FRIDAY));
        assertThat(week.brush().get()).isEqualTo(hours(DayOfWeek.FRIDAY, DayOfWeek.SUNDAY, 18, 20));
    }

    @Test
    void draggingBeyondTheWeekEndsAtItsEdge() {
        desk.drag(
                area,
                x(22),
                y(DayOfWeek.FRIDAY),
                x(23),
                y(DayOfWeek.SATURDAY),
                x(23),
                area.getHeight() - 4);
        assertThat(week.brush().get()).isEqualTo(hours(DayOfWeek.FRIDAY, DayOfWeek.SUNDAY, 22, 23));
        desk.drag(area, x(2), y(DayOfWeek.TUESDAY), x(1), y(DayOfWeek.MONDAY), 3, 2);
        assertThat(week.brush().get()).isEqualTo(hours(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, 0, 2));
    }

    @Test
    void aClickOrEscapeLetsItGo() {
        desk.drag(area, x(9), y(DayOfWeek.TUESDAY), x(12), y(DayOfWeek.THURSDAY));
        desk.drag(area, x(3), y(DayOfWeek.MONDAY));
        assertThat(week.brush().get()).isEmpty();
        assertThat(shade().isVisible()).isFalse();
        desk.drag(area, x(9), y(DayOfWeek.TUESDAY), x(12), y(DayOfWeek.THURSDAY));
        desk.press(KeyCode.ESCAPE);
        assertThat(week.brush().get()).isEmpty();
    }

    @Test
    void shiftAndArrowsPickFromTheHourThatIsPointedAt() {
        desk.drag(area, x(9), y(DayOfWeek.TUESDAY));
        desk.press(KeyCode.SHIFT, KeyCode.RIGHT);
        desk.press(KeyCode.SHIFT, KeyCode.RIGHT);
        desk.press(KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(week.brush().get())
                .isEqualTo(hours(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, 9, 11));
        desk.press(KeyCode.SHIFT, KeyCode.LEFT);
        desk.press(KeyCode.SHIFT, KeyCode.UP);
        assertThat(week.brush().get())
                .isEqualTo(hours(DayOfWeek.TUESDAY, DayOfWeek.TUESDAY, 9, 10));
    }

    @Test
    void arrowsDoNotLeaveTheirDayOrTheWeek() {
        desk.drag(area, x(23), y(DayOfWeek.MONDAY));
        desk.press(KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(week.brush().get()).isEmpty();
        desk.press(KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(week.brush().get()).isEqualTo(hours(DayOfWeek.MONDAY, DayOfWeek.MONDAY, 22, 23));
    }

    @Test
    void aBrushSetFromOutsideIsDrawn() {
        FxThread.run(() -> week.brush().set(hours(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, 8, 17)));
        assertThat(shade().isVisible()).isTrue();
        assertThat(shade().contains(x(8), y(DayOfWeek.MONDAY))).isTrue();
        assertThat(shade().contains(x(17), y(DayOfWeek.SUNDAY))).isTrue();
        assertThat(shade().contains(x(7), y(DayOfWeek.MONDAY))).isFalse();
        FxThread.run(() -> week.brush().set(Optional.empty()));
        assertThat(shade().isVisible()).isFalse();
    }
}
