package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.statistics.ClusteredSample;
import dev.parallax.statistics.CountingHistogram;
import dev.parallax.statistics.Distribution;
import dev.parallax.statistics.WeightedHistogram;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// An opened data set: the questions that can be asked of its page views.
///
/// Columns are read from the store when a question first needs them and are then kept, so the first
/// question about a column takes longer. Safe for use by several threads.
public final class PageViews {
    private final Dataset dataset;
    private final PageRules rules;
    private final Columns columns;
    private final int rows;

    /// @throws IllegalArgumentException if the data set has more page views than an array can hold
    public PageViews(Dataset dataset, PageViewLoader loader) {
        this(dataset, loader, PageRules.BUILT_IN);
    }

    /// @param rules how paths become pages
    /// @throws IllegalArgumentException if the data set has more page views than an array can hold
    public PageViews(Dataset dataset, PageViewLoader loader, PageRules rules) {
        if (dataset.rows() > Integer.MAX_VALUE - Chunk.CAPACITY) {
            throw new IllegalArgumentException("page views: " + dataset.rows());
        }
        this.dataset = dataset;
        this.rows = (int) dataset.rows();
        this.rules = rules;
        this.columns = new Columns(rows, loader, rules);
    }

    public Dataset dataset() {
        return dataset;
    }

    /// How its paths become pages, and how those of a journey do.
    public PageRules rules() {
        return rules;
    }

    /// Rules that would make one page of many, the one for most page views first.
    public List<PageSuggestion> suggestPages() {
        var suggestions = new PageSuggestions(rules);
        Dictionary paths = columns.dictionaries().pages();
        long[] counts = columns.pathCounts();
        for (int path = Dictionary.UNKNOWN + 1; path < counts.length; path++) {
            suggestions.add(paths.text(path), counts[path]);
        }
        return suggestions.list();
    }

    /// The page views of a segment that have this id, are of this session, or of this user. Takes
    /// as long as reading the column: it is not kept.
    ///
    /// @param what [Column.Single#VIEW], [Column.Single#SESSION] or [Column.Single#USER]
    /// @param hash as it is stored
    public Selection find(Column.Single what, long hash, Segment segment) {
        switch (what) {
            case VIEW, SESSION, USER -> {}
            case TIME, PAGE, WEIGHT, EXCLUSION ->
                    throw new IllegalArgumentException("not a column of ids: " + what);
        }
        Selection found = columns.find(what, hash);
        found.retain(select(segment));
        return found;
    }

    /// The values that occur in a dimension, the most frequent first, without the unknown one.
    public List<String> values(Dimension dimension) {
        return count(dimension, Selection.all(rows)).stream()
                .map(ValueCount::value)
                .filter(value -> !value.equals(Segment.UNKNOWN_VALUE))
                .toList();
    }

    /// The pages that occur, in order of first appearance.
    public List<PageTemplate> pages() {
        long[] counts = counts(columns.templateCodes(), Selection.all(rows));
        return IntStream.range(Dictionary.UNKNOWN + 1, counts.length)
                .filter(code -> counts[code] > 0)
                .mapToObj(columns.templates()::template)
                .toList();
    }

    /// The page views of a segment. A value or page that does not occur selects none.
    public Selection select(Segment segment) {
        Selection selection = Selection.all(rows);
        if (dataset.pageViews() < rows) {
            retainCounted(segment, selection);
        }
        segment.values()
                .forEach((dimension, values) ->
                        columns.dimension(dimension)
                                .retain(wanted(dimension, values), selection.words()));
        PageTemplate page = segment.page();
        if (page != null) {
            var wanted = new byte[columns.templates().cardinality()];
            int code = columns.templates().find(page);
            if (code >= 0) {
                wanted[code] = 1;
            }
            columns.templateCodes().retain(wanted, selection.words());
        }
        TimeWindow window = segment.window();
        if (window != null) {
            columns.moments()
                    .retain(
                            window.from().toEpochMilli(),
                            window.to().toEpochMilli(),
                            selection.words());
        }
        return selection;
    }

    private void retainCounted(Segment segment, Selection selection) {
        var wanted = new byte[Exclusion.all().size()];
        wanted[Exclusion.NONE.code()] = 1;
        segment.including().forEach(exclusion -> wanted[exclusion.code()] = 1);
        columns.exclusions().retain(wanted, selection.words());
    }

    private byte[] wanted(Dimension dimension, Set<String> values) {
        Dictionary dictionary = columns.dictionaries().dimension(dimension);
        var wanted = new byte[dictionary.size()];
        for (String value : values) {
            dictionary.find(textOf(value)).ifPresent(code -> wanted[code] = 1);
        }
        return wanted;
    }

    private static String textOf(String value) {
        return value.equals(Segment.UNKNOWN_VALUE) ? "" : value;
    }

    /// The distribution of a metric over the selected page views that have it, in the metric's
    /// fixed point form; weighted where the data set is. Its count is the number of views with the
    /// metric, to be set against [Selection#count()].
    public Distribution distribution(Metric metric, Selection selection) {
        int[] values = columns.metric(metric);
        if (dataset.isWeighted()) {
            double[] weights = columns.weights();
            var weighted = new WeightedHistogram(columns.largestWeight());
            weighted.addSelected(values, weights, 0, rows, selection.words());
            return weighted;
        }
        var counted = new CountingHistogram();
        counted.addSelected(values, 0, rows, selection.words());
        return counted;
    }

    /// The values of a metric in the selected page views together with their sessions: what
    /// intervals are computed from. Costs more time and memory than [#distribution].
    public ClusteredSample sample(Metric metric, Selection selection) {
        int[] values = columns.metric(metric);
        Sessions sessions = columns.sessions();
        int[] picked = new int[selection.count()];
        int[] pickedSessions = sessions.count() == 0 ? null : new int[picked.length];
        double[] pickedWeights = dataset.isWeighted() ? new double[picked.length] : null;
        long[] words = selection.words();
        int at = 0;
        for (int w = 0; w < words.length; w++) {
            for (long left = words[w]; left != 0; left &= left - 1) {
                int row = (w << 6) + Long.numberOfTrailingZeros(left);
                picked[at] = values[row];
                if (pickedSessions != null) {
                    pickedSessions[at] = sessions.codes()[row];
                }
                if (pickedWeights != null) {
                    pickedWeights[at] = columns.weights()[row];
                }
                at++;
            }
        }
        return ClusteredSample.of(picked, pickedSessions, pickedWeights);
    }

    /// How many selected page views have each value of a dimension, the most frequent first; values
    /// that no selected view has are left out.
    public List<ValueCount> count(Dimension dimension, Selection selection) {
        Dictionary dictionary = columns.dictionaries().dimension(dimension);
        Codes codes = columns.dimension(dimension);
        long[] counts = counts(codes, selection);
        double[] weights = weights(codes, selection, counts);
        return IntStream.range(0, counts.length)
                .filter(code -> counts[code] > 0)
                .mapToObj(code ->
                        new ValueCount(nameOf(dictionary, code), counts[code], weights[code]))
                .sorted(
                        Comparator.comparingDouble(ValueCount::weight)
                                .reversed()
                                .thenComparing(ValueCount::value))
                .toList();
    }

    private static String nameOf(Dictionary dictionary, int code) {
        return code == Dictionary.UNKNOWN ? Segment.UNKNOWN_VALUE : dictionary.text(code);
    }

    private static long[] counts(Codes codes, Selection selection) {
        var counts = new long[codes.cardinality()];
        codes.count(selection.words(), counts);
        return counts;
    }

    private double[] weights(Codes codes, Selection selection, long[] counts) {
        if (!dataset.isWeighted()) {
            return Arrays.stream(counts).asDoubleStream().toArray();
        }
        var sums = new double[counts.length];
        codes.sum(selection.words(), columns.weights(), sums);
        return sums;
    }

    /// The pages of the selected page views with one metric's 75th percentile, the most frequent
    /// first. Views of unknown page are in none of them.
    public List<PageSummary> summarize(Metric metric, Selection selection) {
        Templates templates = columns.templates();
        Codes codes = columns.templateCodes();
        long[] counts = counts(codes, selection);
        double[] weights = weights(codes, selection, counts);
        var values =
                new GroupedValues(
                        codes,
                        columns.metric(metric),
                        dataset.isWeighted() ? columns.weights() : null,
                        selection);
        return IntStream.range(Dictionary.UNKNOWN + 1, counts.length)
                .filter(code -> counts[code] > 0)
                .mapToObj(code ->
                        new PageSummary(
                                templates.template(code),
                                counts[code],
                                weights[code],
                                values.count(code),
                                inUnit(metric, values.quantile(code, 0.75))))
                .sorted(
                        Comparator.comparingDouble(PageSummary::weight)
                                .reversed()
                                .thenComparing(summary -> summary.page().path()))
                .toList();
    }

    /// Per page the minutes that the selected page views took beyond what is good in a metric, each
    /// counted as often as its weight says: where waiting costs users most. Pages without any are
    /// left out; so are all of a metric that is no time or has no limit of good.
    public Map<PageTemplate, Double> poorMinutes(Metric metric, Selection selection) {
        Optional<Double> limit = ExcessTime.limit(metric);
        if (limit.isEmpty()) {
            return Map.of();
        }
        double[] minutes =
                ExcessTime.minutes(
                        columns.templateCodes(),
                        columns.metric(metric),
                        dataset.isWeighted() ? columns.weights() : null,
                        limit.get(),
                        metric,
                        selection);
        return IntStream.range(Dictionary.UNKNOWN + 1, minutes.length)
                .filter(code -> minutes[code] > 0)
                .boxed()
                .collect(Collectors.toMap(columns.templates()::template, code -> minutes[code]));
    }

    private static OptionalDouble inUnit(Metric metric, OptionalDouble fixed) {
        return fixed.isEmpty() ? fixed : OptionalDouble.of(metric.fromFixed(fixed.getAsDouble()));
    }

    /// The same segment with values spelt as the data set spells them (`Mobile` → `mobile`).
    ///
    /// @throws dev.parallax.problem.ProblemException if a value or the page does not occur
    public Segment resolve(Segment segment) {
        return new Spelling(this).resolve(segment);
    }
}
