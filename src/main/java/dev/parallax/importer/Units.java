package dev.parallax.importer;

import dev.parallax.importer.mapping.Scale;
import dev.parallax.metric.Metric;
import dev.parallax.metric.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds out in which unit a file's columns are.
///
/// A unit in the column's name counts. Without one, a metric whose usual size is far from that of
/// its neighbours in other units decides by its median: below 60 it can only be seconds, up to
/// 60,000 milliseconds, up to 10⁸ microseconds, beyond that nanoseconds. The others are taken to be
/// in the same unit as long as that gives a plausible time (some sources mix: LCP in seconds, INP
/// in milliseconds), and otherwise decide for themselves.
final class Units {
    /// The likeliest to be right first: LCP is never below 60 ms, TTFB and INP may well be.
    private static final List<Metric> DECIDING =
            List.of(Metric.LCP, Metric.LOAD, Metric.DCL, Metric.FCP);

    private static final double LEAST_PLAUSIBLE_MILLIS = 0.5;
    private static final double MOST_PLAUSIBLE_MILLIS = 60_000;

    private final Map<Metric, FoundUnit> found = new EnumMap<>(Metric.class);
    private final Map<Metric, double[]> samples;

    private Units(Map<Metric, double[]> samples) {
        this.samples = samples;
    }

    /// Finds the unit of each column.
    ///
    /// @param named the unit in each column's name, null if there is none
    /// @param samples the first values of each column that are numbers and not negative
    static Map<Metric, FoundUnit> find(
            Map<Metric, @Nullable Scale> named, Map<Metric, double[]> samples) {
        var units = new Units(samples);
        var open = new ArrayList<Metric>();
        named.forEach((metric, scale) -> {
            if (metric.unit() == Unit.NONE) {
                units.found.put(metric, units.shift(metric));
            } else if (scale != null) {
                units.found.put(metric, new FoundUnit(scale, "from the header"));
            } else {
                open.add(metric);
            }
        });
        units.findTimes(open);
        return units.found;
    }

    private void findTimes(List<Metric> open) {
        Scale common =
                found.values().stream()
                        .map(FoundUnit::scale)
                        .filter(Units::isTime)
                        .findFirst()
                        .orElse(null);
        for (Metric metric : DECIDING) {
            if (common == null && open.contains(metric) && sample(metric).length > 0) {
                common = bySize(median(metric));
            }
        }
        for (Metric metric : open) {
            found.put(metric, time(metric, common));
        }
    }

    private static boolean isTime(Scale scale) {
        return scale != Scale.PLAIN && scale != Scale.THOUSANDTHS;
    }

    private FoundUnit time(Metric metric, @Nullable Scale common) {
        if (sample(metric).length == 0) {
            return new FoundUnit(
                    common == null ? Scale.MILLISECONDS : common,
                    "assumed: no value to judge by at the beginning");
        }
        double median = median(metric);
        Scale scale =
                common != null && isPlausible(common.apply(median))
                        ? common
                        : bySize(metric, median);
        return new FoundUnit(
                scale,
                String.format(
                        Locale.ROOT,
                        "guessed: the median of the first %,d values is %s",
                        sample(metric).length,
                        plain(median)));
    }

    private static boolean isPlausible(double millis) {
        return millis >= LEAST_PLAUSIBLE_MILLIS && millis <= MOST_PLAUSIBLE_MILLIS;
    }

    private static Scale bySize(Metric metric, double median) {
        // An interaction or a first byte may take 10 ms but hardly 5 s
        boolean small = metric == Metric.INP || metric == Metric.TTFB;
        return small && median >= 5 && median < 60 ? Scale.MILLISECONDS : bySize(median);
    }

    private static Scale bySize(double median) {
        if (median < 60) {
            return Scale.SECONDS;
        }
        if (median <= 60_000) {
            return Scale.MILLISECONDS;
        }
        return median <= 1e8 ? Scale.MICROSECONDS : Scale.NANOSECONDS;
    }

    /// Some set-ups multiply CLS by 1,000 to send a whole number.
    private FoundUnit shift(Metric metric) {
        double[] sample = sample(metric);
        double largest = sample.length == 0 ? 0 : sample[sample.length - 1];
        boolean whole = Arrays.stream(sample).allMatch(value -> value == Math.rint(value));
        return whole && largest > 10
                ? new FoundUnit(
                        Scale.THOUSANDTHS,
                        "guessed: the first %,d values are whole numbers up to %s"
                                .formatted(sample.length, plain(largest)))
                : new FoundUnit(Scale.PLAIN, "");
    }

    private double[] sample(Metric metric) {
        return samples.getOrDefault(metric, new double[0]);
    }

    private double median(Metric metric) {
        double[] sample = sample(metric);
        return sample[sample.length / 2];
    }

    private static String plain(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%,.4g", value);
    }
}
