package dev.parallax.rum;

import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.metric.Thresholds;
import dev.parallax.progress.Progress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Which pages the page views of one data set are of, and how each fares.
final class PageQuestions {
    private final Columns columns;
    private final PageRules rules;

    PageQuestions(Columns columns, PageRules rules) {
        this.columns = columns;
        this.rules = rules;
    }

    List<ValueCount> paths() {
        Dictionary paths = columns.dictionaries().pages();
        long[] counts = columns.pathCounts();
        return IntStream.range(Dictionary.UNKNOWN + 1, counts.length)
                .filter(path -> counts[path] > 0)
                .mapToObj(path ->
                        new ValueCount(paths.text(path), counts[path], (double) counts[path]))
                .sorted(
                        Comparator.comparingLong(ValueCount::views)
                                .reversed()
                                .thenComparing(ValueCount::value))
                .toList();
    }

    List<PageSuggestion> suggestions() {
        var suggestions = new PageSuggestions(rules);
        Dictionary paths = columns.dictionaries().pages();
        long[] counts = columns.pathCounts();
        for (int path = Dictionary.UNKNOWN + 1; path < counts.length; path++) {
            suggestions.add(paths.text(path), counts[path]);
        }
        return suggestions.list();
    }

    List<PageTemplate> pages() {
        Selection all = Selection.all(columns.rows());
        return CodeCounts.occurring(columns.templateCodes(), all, Dictionary.UNKNOWN + 1)
                .mapToObj(columns.templates()::template)
                .toList();
    }

    List<PageSummary> summaries(Metric metric, Selection selection) {
        Templates templates = columns.templates();
        Codes codes = columns.templateCodes();
        CodeCounts counts = CodeCounts.of(codes, columns, selection);
        var values =
                GroupedValues.of(codes, columns.metric(metric), columns, selection, Progress.NONE);
        return counts.occurring(Dictionary.UNKNOWN + 1)
                .mapToObj(code ->
                        new PageSummary(
                                templates.template(code),
                                counts.views(code),
                                counts.weight(code),
                                values.count(code),
                                inUnit(metric, values.quantile(code, 0.75))))
                .sorted(
                        Comparator.comparingDouble(PageSummary::weight)
                                .reversed()
                                .thenComparing(summary -> summary.page().path()))
                .toList();
    }

    private static OptionalDouble inUnit(Metric metric, OptionalDouble fixed) {
        return fixed.isEmpty() ? fixed : OptionalDouble.of(metric.fromFixed(fixed.getAsDouble()));
    }

    Map<PageTemplate, Double> poorMinutes(Metric metric, Selection selection) {
        Optional<Double> limit = ExcessTime.limit(metric);
        if (limit.isEmpty()) {
            return Map.of();
        }
        double[] minutes =
                ExcessTime.minutes(
                        columns.templateCodes(),
                        columns.metric(metric),
                        columns.isWeighted() ? columns.weights() : null,
                        limit.get(),
                        metric,
                        selection);
        return IntStream.range(Dictionary.UNKNOWN + 1, minutes.length)
                .filter(code -> minutes[code] > 0)
                .boxed()
                .collect(Collectors.toMap(columns.templates()::template, code -> minutes[code]));
    }

    Map<PageTemplate, Double> poorViews(Metric metric, Selection selection) {
        Optional<Thresholds> thresholds = metric.thresholds();
        if (thresholds.isEmpty()) {
            return Map.of();
        }
        double[] poor =
                PoorViews.of(
                        columns.templateCodes(),
                        columns.metric(metric),
                        columns.isWeighted() ? columns.weights() : null,
                        thresholds.get().poor() * metric.unit().scale(),
                        selection);
        return IntStream.range(Dictionary.UNKNOWN + 1, poor.length)
                .filter(code -> poor[code] > 0)
                .boxed()
                .collect(Collectors.toMap(columns.templates()::template, code -> poor[code]));
    }

    /// The most frequent path of a page, whoever saw it.
    Optional<String> path(PageTemplate page) {
        Templates templates = columns.templates();
        Dictionary paths = columns.dictionaries().pages();
        long[] counts = columns.pathCounts();
        return IntStream.range(Dictionary.UNKNOWN + 1, counts.length)
                .filter(path -> counts[path] > 0 && page.equals(templates.ofPath(path)))
                .boxed()
                .max(Comparator.comparingLong(path -> counts[path]))
                .map(paths::text);
    }
}
