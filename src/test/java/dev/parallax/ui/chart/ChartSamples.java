package dev.parallax.ui.chart;

import dev.parallax.compare.Annotation;
import dev.parallax.compare.LabSeries;
import dev.parallax.metric.Metric;
import dev.parallax.rum.TimeBand;
import dev.parallax.rum.WeekHour;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Small things for charts to show.
final class ChartSamples {
    static final Instant BEGIN = Instant.parse("2026-09-07T00:00:00Z");

    private ChartSamples() {}

    /// Users between 0 and 4,000 ms on a linear axis, most about its middle.
    static Shown values(LabRuns lab) {
        int count = 40;
        var edges = new double[count + 1];
        var shares = new double[count];
        var cumulative = new double[count + 1];
        for (int i = 0; i < count; i++) {
            edges[i + 1] = 100 * (i + 1);
            shares[i] = Math.min(i + 1, count - i) / 420.0;
            cumulative[i + 1] = cumulative[i] + shares[i];
        }
        var sample = new Shown.Sample(new Bins(edges, shares), new Steps(edges, cumulative), 900);
        return new Shown(
                Metric.LCP,
                Scale.LINEAR,
                0,
                4_000,
                sample,
                Optional.of(sample),
                Optional.empty(),
                lab,
                Optional.of(new Placed(0.4, 0.35, 0.45)));
    }

    /// Ten days of users.
    static TimeShown time(LabSeries lab, Annotation... notes) {
        var bands = new ArrayList<TimeBand>();
        for (int day = 0; day < 10; day++) {
            boolean gap = day == 4;
            bands.add(
                    new TimeBand(
                            BEGIN.plusSeconds(86_400L * day),
                            BEGIN.plusSeconds(86_400L * (day + 1)),
                            gap ? 0 : 100 + day,
                            gap ? 0 : 100 + day,
                            gap ? 0 : 90,
                            known(gap, 1_000 + day),
                            known(gap, 1_500 + day),
                            known(gap, 2_000 + day),
                            known(gap, 4_000 + day)));
        }
        return new TimeShown(Metric.LCP, ZoneOffset.UTC, bands, lab, List.of(notes));
    }

    private static OptionalDouble known(boolean gap, double value) {
        return gap ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    static WeekShown week() {
        var hours = new ArrayList<WeekHour>();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int hour = 0; hour < WeekShown.HOURS; hour++) {
                hours.add(
                        new WeekHour(
                                day, hour, 50, 50, 50, OptionalDouble.of(1_000 + 10.0 * hour)));
            }
        }
        return new WeekShown(Metric.LCP, hours);
    }
}
