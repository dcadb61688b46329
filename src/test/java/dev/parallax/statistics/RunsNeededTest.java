package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RunsNeededTest {

    private static final Interval TARGET = new Interval(35, 65);

    /// By hand: the lab's part √(20² − 2²) must shrink to √(15² − 2²), a factor of 1.79 in n.
    @Test
    void theLabsPartShrinksWithTheRootOfTheRuns() {
        Placement placement = placement(50, new Interval(30, 70), new Interval(48, 52));

        assertThat(RunsNeeded.toDecide(placement, 12, i -> i.isInside(TARGET)))
                .isEqualTo(new RunsNeeded.More(10));
    }

    @Test
    void aPlacementOnTheEdgeNeedsMoreThanIsWorthProjecting() {
        Placement placement = placement(36, new Interval(15, 60), new Interval(35.5, 36.5));

        assertThat(RunsNeeded.toDecide(placement, 12, i -> i.isInside(TARGET)))
                .isEqualTo(new RunsNeeded.MoreThanMost());
    }

    @Test
    void runsCannotMakeUpForTooFewViews() {
        Placement placement = placement(50, new Interval(20, 80), new Interval(30, 70));

        assertThat(RunsNeeded.toDecide(placement, 12, i -> i.isInside(TARGET)))
                .isEqualTo(new RunsNeeded.NotByRuns());
    }

    private static Placement placement(double value, Interval joined, Interval ofField) {
        return new Placement(
                1_000,
                value,
                new Interval(value, value),
                joined,
                ofField,
                IntervalMethod.LINEARISED_SESSIONS);
    }
}
