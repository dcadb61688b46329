package dev.parallax.cli;

import dev.parallax.compare.LabPair;
import dev.parallax.compare.LabSample;
import dev.parallax.statistics.Interval;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The JSON shape of a comparison of runs, as `docs/cli.md` describes it.
final class LabPairJson {
    private LabPairJson() {}

    static JsonObject of(LabPair pair) {
        LabPair.InMetric first = pair.first();
        return JsonObject.of("verdict", verdict(first))
                .with("journey", first.after().journey())
                .with("page", first.after().page())
                .with("before", pair.before())
                .with("after", pair.after())
                .with("metrics", pair.differences().stream().map(LabPairJson::metric).toList());
    }

    private static JsonObject metric(LabPair.InMetric found) {
        return JsonObject.of("metric", found.metric().key())
                .with("unit", found.metric().unit().symbol())
                .with("verdict", verdict(found))
                .with(
                        "before",
                        side(found.before(), found.measured().map(LabPair.Measured::before)))
                .with("after", side(found.after(), found.measured().map(LabPair.Measured::after)))
                .with(
                        "shift",
                        found.measured()
                                .map(measured ->
                                        interval(
                                                        measured.shift().shift(),
                                                        measured.shift().interval())
                                                .with("relative", optional(measured.relative()))))
                .with(
                        "cliffsDelta",
                        found.measured()
                                .map(measured ->
                                        JsonObject.of("value", measured.delta().value())
                                                .with("size", measured.delta().size().word())))
                .with(
                        "mannWhitney",
                        found.measured()
                                .map(measured ->
                                        JsonObject.of("u", measured.test().u())
                                                .with("p", measured.test().p())
                                                .with("holm", measured.adjusted())
                                                .with(
                                                        "method",
                                                        measured.test()
                                                                .method()
                                                                .name()
                                                                .toLowerCase(Locale.ROOT))))
                .with("smallestThatCounts", found.measured().map(_ -> found.smallest()))
                .with("noiseFloor", optional(found.noiseFloor()));
    }

    private static JsonObject verdict(LabPair.InMetric found) {
        return JsonObject.of("kind", found.verdict().key())
                .with("text", found.sentence())
                .with("next", found.next());
    }

    private static JsonObject side(LabSample sample, Optional<Double> median) {
        return JsonObject.of("profile", sample.profile().id())
                .with("n", sample.values().size())
                .with("tainted", sample.tainted())
                .with("median", median)
                .with("values", sample.values());
    }

    static JsonObject interval(double value, Interval interval) {
        return JsonObject.of("value", value)
                .with("low", finite(interval.low()))
                .with("high", finite(interval.high()));
    }

    /// JSON has no infinity: an open end is null.
    private static @Nullable Double finite(double end) {
        return Double.isFinite(end) ? end : null;
    }

    private static Optional<Double> optional(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }
}
