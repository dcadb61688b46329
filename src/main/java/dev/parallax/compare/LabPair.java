package dev.parallax.compare;

import dev.parallax.measure.Profile;
import dev.parallax.metric.Metric;
import dev.parallax.statistics.CliffsDelta;
import dev.parallax.statistics.HodgesLehmann;
import dev.parallax.statistics.MannWhitney;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Two sets of runs of one page compared, in one metric or several.
///
/// @param before which runs are the base, in words: `revision 3`
/// @param after which runs are set against them
/// @param differences a metric each, in the order asked; at least one
public record LabPair(String before, String after, List<InMetric> differences) {
    public LabPair {
        differences = List.copyOf(differences);
    }

    /// The difference in the metric that was asked for first.
    public InMetric first() {
        return differences.getFirst();
    }

    /// Two sets of runs in one metric.
    ///
    /// @param before values in the metric's unit
    /// @param after values in the metric's unit
    /// @param measured how they differ; empty with too few runs
    /// @param smallest the smallest difference that counts, in the metric's unit; 0 without
    ///   `measured`
    /// @param noiseFloor how far two such sets come apart when nothing has changed, in the metric's
    ///   unit; empty where too few runs came before
    /// @param verdict what it comes to
    /// @param sentence the verdict in one sentence, with its numbers
    /// @param next what to do now
    public record InMetric(
            LabSample before,
            LabSample after,
            Optional<Measured> measured,
            double smallest,
            OptionalDouble noiseFloor,
            LabPairVerdict verdict,
            String sentence,
            String next) {

        public Metric metric() {
            return before.metric();
        }

        /// The conditions of both sides, the base's first.
        public List<Profile> profiles() {
            return List.of(before.profile(), after.profile());
        }
    }

    /// How two sets of runs differ. Values are in the metric's unit.
    ///
    /// @param before the base's median
    /// @param after the other side's median
    /// @param shift after less before, with its 95 % interval
    /// @param delta how well the sides are separated
    /// @param test how surprising that is
    /// @param adjusted the test's p over all metrics asked at once (Holm)
    public record Measured(
            double before,
            double after,
            HodgesLehmann shift,
            CliffsDelta delta,
            MannWhitney test,
            double adjusted) {

        /// The shift as a part of the base's median; empty where that is 0.
        public OptionalDouble relative() {
            return before > 0 ? OptionalDouble.of(shift.shift() / before) : OptionalDouble.empty();
        }
    }
}
