package dev.parallax.ui.checks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class TimeLineTest {
    private final TimeLine time = new TimeLine(1_000);

    @Test
    void zoomsAroundAMoment() {
        double before = time.place(400, 300);
        time.zoom(0.5, 400);

        assertThat(time.place(400, 300)).isCloseTo(before, within(1e-9));
        assertThat(time.shown().get().length()).isCloseTo(510, within(1e-9));
        assertThat(time.isWhole()).isFalse();

        time.showWhole();
        assertThat(time.isWhole()).isTrue();
    }

    /// Whatever is done, something of the iteration is on show, and never what is not in it.
    @Test
    void neverLeavesTheTime() {
        var random = new Random(1);
        TimeLine.Stretch whole = time.whole();
        for (int i = 0; i < 10_000; i++) {
            switch (random.nextInt(3)) {
                case 0 -> time.zoom(0.2 + 3 * random.nextDouble(), time.middle());
                case 1 -> time.move(2 * random.nextDouble() - 1);
                default ->
                        time.show(1_500 * random.nextDouble() - 200, 1_500 * random.nextDouble());
            }
            TimeLine.Stretch shown = time.shown().get();
            assertThat(shown.length()).isGreaterThanOrEqualTo(5 - 1e-9);
            assertThat(shown.from()).isGreaterThanOrEqualTo(0);
            assertThat(shown.to()).isLessThanOrEqualTo(whole.to() + 1e-9);
            assertThat(time.millis(time.place(300, 640), 640)).isCloseTo(300, within(1e-6));
        }
    }
}
