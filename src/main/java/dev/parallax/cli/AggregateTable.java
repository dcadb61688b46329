package dev.parallax.cli;

import dev.parallax.metric.Metric;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.Aggregate.Binned;
import dev.parallax.rum.RatingShares;
import dev.parallax.rum.RatingShares.Bounds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Aggregates as a table: a row for each page, form factor and metric.
final class AggregateTable {
    private static final String NONE = "–";

    private final List<Aggregate> aggregates;

    /// Connections and countries are shown where there are some.
    private final List<Part> parts;

    private record Part(String name, Function<Aggregate.Key, String> text) {}

    AggregateTable(List<Aggregate> aggregates) {
        this.aggregates =
                aggregates.stream()
                        .sorted(
                                Comparator.comparing(
                                        Aggregate::key,
                                        Comparator.comparing(Aggregate.Key::site)
                                                .thenComparing(Aggregate.Key::country)
                                                .thenComparing(Aggregate.Key::formFactor)
                                                .thenComparing(Aggregate.Key::connection)
                                                .thenComparing(Aggregate.Key::firstDay)))
                        .toList();
        this.parts =
                List.of(
                                new Part("connection", Aggregate.Key::connection),
                                new Part("country", Aggregate.Key::country))
                        .stream()
                        .filter(part ->
                                aggregates.stream()
                                        .anyMatch(one -> !part.text.apply(one.key()).isEmpty()))
                        .toList();
    }

    List<String> header() {
        var header = new ArrayList<>(List.of("page", "form factor"));
        parts.forEach(part -> header.add(part.name));
        header.addAll(
                List.of("from", "to", "metric", "#p75", "#good", "#needs improvement", "#poor"));
        return header;
    }

    /// @param most rows at most
    List<List<String>> rows(int most) {
        return aggregates.stream()
                .flatMap(aggregate ->
                        aggregate.metrics().entrySet().stream()
                                .map(entry ->
                                        row(aggregate.key(), entry.getKey(), entry.getValue())))
                .limit(Math.max(0, most))
                .toList();
    }

    /// Rows there are.
    int size() {
        return aggregates.stream().mapToInt(aggregate -> aggregate.metrics().size()).sum();
    }

    private List<String> row(Aggregate.Key key, Metric metric, Binned distribution) {
        var cells = new ArrayList<>(List.of(key.site(), orAll(key.formFactor())));
        parts.forEach(part -> cells.add(orAll(part.text.apply(key))));
        cells.addAll(
                List.of(
                        key.firstDay().toString(),
                        key.lastDay().toString(),
                        metric.shortName(),
                        distribution.p75().isPresent()
                                ? metric.inWords(distribution.p75().getAsDouble())
                                : NONE));
        Optional<RatingShares> shares =
                metric.thresholds().flatMap(limits -> RatingShares.of(distribution, limits));
        cells.add(shares.map(found -> text(found.good())).orElse(NONE));
        cells.add(shares.map(found -> text(found.needsImprovement())).orElse(NONE));
        cells.add(shares.map(found -> text(found.poor())).orElse(NONE));
        return cells;
    }

    private static String orAll(String text) {
        return text.isEmpty() ? "all" : text;
    }

    private static String text(Bounds share) {
        return share.isExact()
                ? String.format(Locale.ROOT, "%.1f %%", share.low() * 100)
                : String.format(Locale.ROOT, "%.1f–%.1f %%", share.low() * 100, share.high() * 100);
    }
}
