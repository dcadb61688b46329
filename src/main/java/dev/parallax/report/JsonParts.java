package dev.parallax.report;

import dev.parallax.compare.QuantileEstimate;
import dev.parallax.metric.Metric;
import dev.parallax.statistics.Distance;
import dev.parallax.statistics.Interval;
import dev.parallax.statistics.ShiftFunction;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the kinds of sections have in common, as JSON.
final class JsonParts {
    private JsonParts() {}

    /// Names and values in turn.
    static Map<String, @Nullable Object> members(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        Stream.iterate(0, i -> i < namesAndValues.length, i -> i + 2)
                .forEach(
                        i -> members.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]));
        return members;
    }

    static Map<String, @Nullable Object> metric(Metric metric) {
        return members(
                "name", metric.shortName(),
                "label", metric.label(),
                "definition", metric.definition(),
                "unit", metric.unit().symbol(),
                "good", metric.thresholds().map(limits -> limits.good()).orElse(null),
                "poor", metric.thresholds().map(limits -> limits.poor()).orElse(null));
    }

    static Map<String, @Nullable Object> verdict(String kind, String text, String next) {
        return members("kind", kind, "text", text, "next", next);
    }

    static Map<String, @Nullable Object> estimate(double value, Interval interval) {
        Map<String, @Nullable Object> members = members("value", value);
        members.putAll(interval(interval));
        return members;
    }

    static Map<String, @Nullable Object> interval(Interval interval) {
        return members("low", finite(interval.low()), "high", finite(interval.high()));
    }

    static Map<String, @Nullable Object> quantile(QuantileEstimate quantile) {
        return switch (quantile) {
            case QuantileEstimate.Known(var percentile, var value, var interval) -> {
                Map<String, @Nullable Object> members = members("p", percentile);
                members.putAll(estimate(value, interval));
                yield members;
            }
            case QuantileEstimate.TooFew(var percentile, var needs, var has) ->
                    members("p", percentile, "needs", needs, "has", has);
        };
    }

    static List<Map<String, @Nullable Object>> deciles(List<ShiftFunction.Decile> deciles) {
        return deciles.stream().map(JsonParts::decile).toList();
    }

    private static Map<String, @Nullable Object> decile(ShiftFunction.Decile decile) {
        return switch (decile) {
            case ShiftFunction.Decile.Known(var percentile, var shift, var band) -> {
                Map<String, @Nullable Object> members = estimate(shift, band);
                members.put("q", percentile);
                yield members;
            }
            case ShiftFunction.Decile.TooFew(var percentile, var needs, var has) ->
                    members("q", percentile, "needs", needs, "has", has);
        };
    }

    static Map<String, @Nullable Object> distance(Distance distance) {
        return members(
                "wasserstein", distance.wasserstein(),
                "overIqr", finite(distance.overSpread()),
                "ks", distance.kolmogorovSmirnov(),
                "at", distance.at());
    }

    /// JSON has no infinity: an open end is null.
    static @Nullable Double finite(double end) {
        return Double.isFinite(end) ? end : null;
    }

    static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? finite(value.getAsDouble()) : null;
    }

    /// Six decimals draw as well as sixteen and halve the file.
    static double[] rounded(double[] values) {
        return Arrays.stream(values).map(value -> Math.round(value * 1e6) / 1e6).toArray();
    }
}
