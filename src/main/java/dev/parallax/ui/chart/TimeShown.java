package dev.parallax.ui.chart;

import dev.parallax.compare.Annotation;
import dev.parallax.compare.LabSeries;
import dev.parallax.metric.Metric;
import dev.parallax.rum.TimeBand;
import dev.parallax.rum.TimeWindow;
import dev.parallax.ui.chart.Inks.Ink;
import dev.parallax.ui.common.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a time chart shows at one moment.
///
/// @param zone where days begin
/// @param bands stretches without a gap between them, at least one
/// @param lab what the lab measured meanwhile, oldest first; may be nothing
/// @param notes what happened meanwhile
public record TimeShown(
        Metric metric, ZoneId zone, List<TimeBand> bands, LabSeries lab, List<Annotation> notes) {
    private static final double HEADROOM = 1.08;

    /// Runs that are so many times above the users' p95 do not make the axis longer: they are
    /// marked at its top.
    private static final double FAR = 1.5;

    /// Users alone.
    public TimeShown(Metric metric, ZoneId zone, List<TimeBand> bands) {
        this(metric, zone, bands, LabSeries.EMPTY, List.of());
    }

    public TimeShown {
        bands = List.copyOf(bands);
        notes = List.copyOf(notes);
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("no stretch of time");
        }
    }

    /// From the beginning of the first stretch to the end of the last.
    public TimeWindow window() {
        return new TimeWindow(bands.getFirst().from(), bands.getLast().to());
    }

    /// Seconds since the epoch at the left end.
    double begin() {
        return bands.getFirst().from().toEpochMilli() / 1e3;
    }

    double end() {
        return bands.getLast().to().toEpochMilli() / 1e3;
    }

    /// What the colours mean.
    List<LegendEntry> legend() {
        if (lab.values().length == 0) {
            return legend(Optional.empty());
        }
        return legend(
                Optional.of(
                        hasLabInside()
                                ? Texts.of("chart.legend.lab")
                                : Texts.of("chart.time.lab.outside")));
    }

    /// @param runs what is said of the lab's runs, empty if there are none
    static List<LegendEntry> legend(Optional<String> runs) {
        List<LegendEntry> entries = new ArrayList<>();
        entries.add(new LegendEntry(Ink.MATCHED, Texts.of("chart.time.p50")));
        entries.add(new LegendEntry(Ink.RIBBON, Texts.of("chart.time.ribbon")));
        entries.add(new LegendEntry(Ink.FIELD, Texts.of("chart.time.p95")));
        entries.add(new LegendEntry(Ink.GRID, Texts.of("chart.time.views")));
        runs.ifPresent(words -> entries.add(new LegendEntry(Ink.LAB, words)));
        return entries;
    }

    /// The value at the top of the axis.
    double top() {
        double p95 = highest(TimeBand::p95);
        double top = p95 > 0 ? p95 : Math.max(highest(TimeBand::p75), highest(TimeBand::p50));
        double all = top > 0 ? top : metric.thresholds().map(limits -> limits.good()).orElse(1.0);
        double slowest = 0;
        int after = firstAfter();
        for (int run = firstInside(); run < after; run++) {
            slowest = Math.max(slowest, lab.values()[run]);
        }
        return Math.max(all, Math.min(slowest, FAR * all)) * HEADROOM;
    }

    /// The runs that started in a stretch, fastest first.
    double[] labWithin(TimeBand band) {
        int from = LabDots.firstFrom(lab.millis(), band.from().toEpochMilli());
        int to = LabDots.firstFrom(lab.millis(), band.to().toEpochMilli());
        double[] within = Arrays.copyOfRange(lab.values(), from, to);
        Arrays.sort(within);
        return within;
    }

    /// Whether any run started while there were users.
    boolean hasLabInside() {
        return firstInside() < firstAfter();
    }

    private int firstInside() {
        return LabDots.firstFrom(lab.millis(), bands.getFirst().from().toEpochMilli());
    }

    private int firstAfter() {
        return LabDots.firstFrom(lab.millis(), bands.getLast().to().toEpochMilli());
    }

    /// Views of the fullest stretch.
    long mostViews() {
        return bands.stream().mapToLong(TimeBand::views).max().orElse(0);
    }

    /// The stretch at this place, -1 if it is outside.
    int at(double seconds) {
        long millis = Math.round(seconds * 1e3);
        int low = 0;
        int high = bands.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            TimeBand band = bands.get(middle);
            if (millis < band.from().toEpochMilli()) {
                high = middle - 1;
            } else if (millis >= band.to().toEpochMilli()) {
                low = middle + 1;
            } else {
                return middle;
            }
        }
        return -1;
    }

    private double highest(Function<TimeBand, OptionalDouble> percentile) {
        Stream<OptionalDouble> values = bands.stream().map(percentile);
        return values.filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max()
                .orElse(0);
    }
}
