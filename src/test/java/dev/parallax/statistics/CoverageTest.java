package dev.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How often the intervals hold the truth, in simulated fields of which it is known. The bounds of
/// the short tests are far apart, four standard errors of the simulation or more.
final class CoverageTest {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private static final double[] CORRELATIONS = {0, 0.25, 0.5};

    @Test
    void placementsHoldTheTruth() {
        for (int runs : new int[] {6, 12, 20}) {
            assertThat(coverageOfPlacement(200, runs, 0.5, 0.4, 0)).isBetween(0.90, 1.0);
        }
    }

    @Test
    void quantilesHoldTheTruthWithSessionsAndNotWithout() {
        assertThat(coverageOfQuantile(200, 0.5, Sessions.KNOWN)).isBetween(0.89, 0.995);
        assertThat(coverageOfQuantile(200, 0.5, Sessions.UNKNOWN)).isLessThan(0.88);
    }

    @Test
    @Tag("faults")
    void placementsHoldTheTruthInTwoThousandFields() {
        for (int runs : new int[] {6, 7, 8, 12, 20}) {
            for (double correlation : CORRELATIONS) {
                for (double labSpread : new double[] {0.1, 0.5}) {
                    for (double truth : new double[] {-1.2, 0}) {
                        assertThat(coverageOfPlacement(2_000, runs, correlation, labSpread, truth))
                                .as("%s runs, %s, %s, %s", runs, correlation, labSpread, truth)
                                .isBetween(0.94, 0.995);
                    }
                }
            }
        }
    }

    @Test
    @Tag("faults")
    void quantilesHoldTheTruthInTwoThousandFields() {
        for (double correlation : CORRELATIONS) {
            assertThat(coverageOfQuantile(2_000, correlation, Sessions.KNOWN))
                    .as("correlation %s", correlation)
                    .isBetween(0.935, 0.975);
        }
    }

    /// Few rounds, wide bounds: four standard errors of 120 rounds around 92 and 98 %.
    @Test
    void allIntervalsHoldTheTruth() {
        for (var table :
                List.of(
                        SimulatedIntervals.ofUsers(120),
                        SimulatedIntervals.ofRunsAmongUsers(40),
                        SimulatedIntervals.ofRuns(120))) {
            for (SimulatedIntervals.Coverage coverage : table) {
                assertThat(coverage.covered()).as(coverage.toString()).isBetween(0.8, 1.0);
            }
        }
    }

    @Test
    @Tag("faults")
    void intervalsOfUsersHoldTheTruthInTwoThousandFields() throws IOException {
        check("users", SimulatedIntervals.ofUsers(2_000));
    }

    @Test
    @Tag("faults")
    void intervalsOfRunsAmongUsersHoldTheTruthInTwoThousandFields() throws IOException {
        check("runs-among-users", SimulatedIntervals.ofRunsAmongUsers(2_000));
    }

    @Test
    @Tag("faults")
    void intervalsOfRunsHoldTheTruthInTwoThousandLabs() throws IOException {
        check("runs", SimulatedIntervals.ofRuns(2_000));
    }

    /// Leaves the table in `target`.
    private static void check(String name, List<SimulatedIntervals.Coverage> table)
            throws IOException {
        Files.createDirectories(Path.of("target"));
        Files.write(
                Path.of("target", "coverage-" + name + ".txt"),
                table.stream().map(SimulatedIntervals.Coverage::toString).toList());
        assertThat(table)
                .allSatisfy(coverage ->
                        assertThat(coverage.covered())
                                .as(coverage.toString())
                                .isBetween(0.92, 0.98));
    }

    @Test
    void shiftBandsHoldTheTruth() {
        assertThat(coverageOfShift(120, 12, 0.4, 0.25)).isBetween(0.86, 1.0);
    }

    @Test
    @Tag("faults")
    void shiftBandsHoldTheTruthInTwoThousandFields() {
        for (int runs : new int[] {6, 12, 20}) {
            for (double correlation : new double[] {0, 0.5}) {
                assertThat(coverageOfShift(2_000, runs, 0.3, correlation))
                        .as("%s runs, correlation %s", runs, correlation)
                        .isBetween(0.92, 0.98);
            }
        }
    }

    /// How often all bands hold the truth at once.
    private static double coverageOfShift(
            int rounds, int runs, double labSpread, double correlation) {
        var random = new SplittableRandom(17);
        var field = new SimulatedField(random, 200, correlation);
        double[] lab = new double[runs];
        return shareOf(
                rounds,
                () -> {
                    Arrays.setAll(
                            lab, _ -> SimulatedField.valueAt(labSpread * random.nextGaussian()));
                    return ShiftFunction.of(lab, field.draw()).stream()
                            .filter(ShiftFunction.Decile.Known.class::isInstance)
                            .map(ShiftFunction.Decile.Known.class::cast)
                            .allMatch(known -> holds(known, labSpread));
                });
    }

    private static boolean holds(ShiftFunction.Decile.Known known, double labSpread) {
        double normal = NORMAL.inverseCumulativeProbability(known.percentile() / 100.0);
        double truth = SimulatedField.valueAt(labSpread * normal) - SimulatedField.valueAt(normal);
        return holds(known.band(), truth);
    }

    /// @param labSpread the spread of runs as a part of that of users
    /// @param truth how many standard deviations the lab's true median is above that of users
    private static double coverageOfPlacement(
            int rounds, int runs, double correlation, double labSpread, double truth) {
        var random = new SplittableRandom(15);
        var field = new SimulatedField(random, 200, correlation);
        double place = 100 * SimulatedField.shareBelow(SimulatedField.valueAt(truth));
        double[] lab = new double[runs];
        return shareOf(
                rounds,
                () -> {
                    Arrays.setAll(
                            lab,
                            _ -> SimulatedField.valueAt(truth + labSpread * random.nextGaussian()));
                    return holds(Placement.of(lab, field.draw()).interval(), place);
                });
    }

    private static double coverageOfQuantile(int rounds, double correlation, Sessions sessions) {
        var field = new SimulatedField(new SplittableRandom(16), 200, correlation);
        double p75 = SimulatedField.valueAt(0.6744897501960817);
        return shareOf(
                rounds,
                () -> {
                    ClusteredSample sample =
                            switch (sessions) {
                                case KNOWN -> field.draw();
                                case UNKNOWN -> field.drawWithoutSessions();
                            };
                    return FieldIntervals.quantile(sample, 0.75)
                                    instanceof FieldQuantile.Known(var estimate)
                            && holds(estimate.interval(), p75);
                });
    }

    private static boolean holds(Interval interval, double truth) {
        return interval.low() <= truth && truth <= interval.high();
    }

    private static double shareOf(int rounds, BooleanSupplier trial) {
        int held = 0;
        for (int round = 0; round < rounds; round++) {
            held += trial.getAsBoolean() ? 1 : 0;
        }
        return (double) held / rounds;
    }

    private enum Sessions {
        KNOWN,
        UNKNOWN
    }
}
