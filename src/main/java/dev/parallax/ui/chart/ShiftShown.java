package dev.parallax.ui.chart;

import dev.parallax.metric.Metric;
import dev.parallax.statistics.ShiftFunction.Decile;
import dev.parallax.ui.chart.Inks.Ink;
import dev.parallax.ui.common.Texts;
import java.util.List;
import java.util.stream.DoubleStream;

/// What a chart of the shift function shows at one moment.
///
/// @param deciles in the metric's unit, lowest first; of none, there is nothing to see
/// @param sides what is subtracted from what
public record ShiftShown(Metric metric, List<Decile> deciles, Sides sides) {
    /// What is subtracted from what.
    public enum Sides {
        /// Lab less users.
        LAB_AND_USERS,
        /// After less before, or any other two parts of the field.
        AFTER_AND_BEFORE;

        /// What the colours mean.
        List<LegendEntry> legend() {
            String value =
                    switch (this) {
                        case LAB_AND_USERS -> Texts.of("chart.shift.value");
                        case AFTER_AND_BEFORE -> Texts.of("chart.shift.pair.value");
                    };
            return List.of(
                    new LegendEntry(Ink.LAB, value),
                    new LegendEntry(Ink.RIBBON, Texts.of("chart.shift.band")));
        }
    }

    /// Lab less users.
    public ShiftShown(Metric metric, List<Decile> deciles) {
        this(metric, deciles, Sides.LAB_AND_USERS);
    }

    public ShiftShown {
        deciles = List.copyOf(deciles);
    }

    /// The deciles of which enough is known.
    List<Decile.Known> known() {
        return deciles.stream()
                .filter(Decile.Known.class::isInstance)
                .map(Decile.Known.class::cast)
                .toList();
    }

    /// The lowest end of a band, or 0.
    double lowest() {
        return known().stream()
                .flatMapToDouble(decile -> DoubleStream.of(decile.band().low(), decile.shift()))
                .reduce(0, Math::min);
    }

    /// The highest end of a band, or 0.
    double highest() {
        return known().stream()
                .flatMapToDouble(decile -> DoubleStream.of(decile.band().high(), decile.shift()))
                .reduce(0, Math::max);
    }
}
