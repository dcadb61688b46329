package dev.parallax.compare;

import dev.parallax.statistics.Distance;
import dev.parallax.statistics.Interval;
import dev.parallax.statistics.ShiftFunction;
import java.util.List;
import java.util.Optional;

/// How the whole distributions of lab and field differ, beyond the one place of the median: the
/// evidence behind a verdict. Costs more to find than the verdict itself.
///
/// @param matched from the users the lab's profile stands for
/// @param all from every user of the question's segment
public record Differences(Side matched, Side all) {

    /// The lab against one segment, in the metric's unit.
    ///
    /// @param shift the nine deciles, lowest first; none for a metric of which the lab is only a
    ///   lower bound, or without values
    /// @param distance of the distributions as wholes; empty as `shift`
    public record Side(List<ShiftFunction.Decile> shift, Optional<Distance> distance) {
        static final Side NONE = new Side(List.of(), Optional.empty());

        public Side {
            shift = List.copyOf(shift);
        }

        /// From the stored form to the metric's unit.
        ///
        /// @param scale stored units in one of the metric's
        Side inUnit(double scale) {
            return new Side(
                    shift.stream().map(decile -> inUnit(decile, scale)).toList(),
                    distance.map(found ->
                            new Distance(
                                    found.wasserstein() / scale,
                                    found.overSpread(),
                                    found.kolmogorovSmirnov(),
                                    found.at() / scale)));
        }

        private static ShiftFunction.Decile inUnit(ShiftFunction.Decile decile, double scale) {
            return switch (decile) {
                case ShiftFunction.Decile.Known(var percentile, var shift, var band) ->
                        new ShiftFunction.Decile.Known(
                                percentile,
                                shift / scale,
                                new Interval(band.low() / scale, band.high() / scale));
                case ShiftFunction.Decile.TooFew few -> few;
            };
        }
    }
}
