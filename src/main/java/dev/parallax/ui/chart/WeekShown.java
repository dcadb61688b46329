package dev.parallax.ui.chart;

import dev.parallax.metric.Metric;
import dev.parallax.rum.WeekHour;
import dev.parallax.ui.chart.Inks.Ink;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import java.util.List;

/// What a heat map of the week shows at one moment.
///
/// @param hours 168 hours from Monday, 0 o'clock on
public record WeekShown(Metric metric, List<WeekHour> hours) {
    static final int HOURS = 24;
    static final int DAYS = 7;

    public WeekShown {
        hours = List.copyOf(hours);
        if (hours.size() != HOURS * DAYS) {
            throw new IllegalArgumentException(hours.size() + " hours are not a week");
        }
    }

    /// What the colours mean.
    List<LegendEntry> legend() {
        if (Double.isNaN(lowest())) {
            return List.of(new LegendEntry(Ink.GRID, Texts.of("chart.week.none")));
        }
        return List.of(
                new LegendEntry(
                        Ink.RIBBON, Texts.of("chart.week.low", Numbers.of(metric, lowest()))),
                new LegendEntry(
                        Ink.MATCHED, Texts.of("chart.week.high", Numbers.of(metric, highest()))),
                new LegendEntry(Ink.GRID, Texts.of("chart.week.few")));
    }

    /// The lowest value of any hour; not a number if no hour has one.
    double lowest() {
        return hours.stream()
                .filter(hour -> hour.p75().isPresent())
                .mapToDouble(hour -> hour.p75().getAsDouble())
                .min()
                .orElse(Double.NaN);
    }

    double highest() {
        return hours.stream()
                .filter(hour -> hour.p75().isPresent())
                .mapToDouble(hour -> hour.p75().getAsDouble())
                .max()
                .orElse(Double.NaN);
    }
}
