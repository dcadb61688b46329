package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.progress.Progress;
import dev.parallax.statistics.ClusteredSample;
import dev.parallax.statistics.CountingHistogram;
import dev.parallax.statistics.Distribution;
import dev.parallax.statistics.WeightedHistogram;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
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
    private final TimeQuestions time;
    private final Rows single;
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
        this.columns = new Columns(rows, dataset.size().weighting(), loader, rules);
        this.time = new TimeQuestions(columns);
        this.single = new Rows(loader, columns);
    }

    public Dataset dataset() {
        return dataset;
    }

    /// How its paths become pages, and how those of a journey do.
    public PageRules rules() {
        return rules;
    }

    /// The paths that occur with the rows of each, the most frequent first.
    public List<ValueCount> paths() {
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
        return withHash(select(segment), what, hash, Progress.NONE);
    }

    Columns columns() {
        return columns;
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
        return select(segment, Progress.NONE);
    }

    /// The page views of a segment. A value or page that does not occur selects none.
    ///
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public Selection select(Segment segment, Progress progress) {
        Selection selection = Selection.all(rows);
        List<Filter> filters = filters(segment);
        if (!filters.isEmpty()) {
            Scan.words(
                    rows,
                    progress,
                    (from, to) -> {
                        for (Filter filter : filters) {
                            filter.retain(selection.words(), from, to);
                        }
                    });
        }
        return selection;
    }

    /// Takes out of a part of a selection what does not belong to it.
    private interface Filter {
        void retain(long[] words, int from, int to);
    }

    /// The filters of a segment; the window first, as it clears whole blocks without a look.
    private List<Filter> filters(Segment segment) {
        var filters = new ArrayList<Filter>();
        TimeWindow window = segment.window();
        if (window != null) {
            Moments moments = columns.moments();
            long begin = window.from().toEpochMilli();
            long end = window.to().toEpochMilli();
            filters.add((words, from, to) -> moments.retain(begin, end, words, from, to));
        }
        if (dataset.pageViews() < rows) {
            filters.add(filter(columns.exclusions(), counted(segment)));
        }
        segment.values()
                .forEach((dimension, values) ->
                        filters.add(
                                filter(columns.dimension(dimension), wanted(dimension, values))));
        PageTemplate page = segment.page();
        if (page != null) {
            var wanted = new byte[columns.templates().cardinality()];
            int code = columns.templates().find(page);
            if (code >= 0) {
                wanted[code] = 1;
            }
            filters.add(filter(columns.templateCodes(), wanted));
        }
        return filters;
    }

    private static Filter filter(Codes codes, byte[] wanted) {
        return (words, from, to) -> codes.retain(wanted, words, from, to);
    }

    private static byte[] counted(Segment segment) {
        var wanted = new byte[Exclusion.all().size()];
        wanted[Exclusion.NONE.code()] = 1;
        segment.including().forEach(exclusion -> wanted[exclusion.code()] = 1);
        return wanted;
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
        return distribution(metric, selection, Progress.NONE);
    }

    /// The distribution of a metric over the selected page views that have it.
    ///
    /// @see #distribution(Metric, Selection)
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public Distribution distribution(Metric metric, Selection selection, Progress progress) {
        int[] values = columns.metric(metric);
        long[] words = selection.words();
        if (dataset.isWeighted()) {
            double[] weights = columns.weights();
            double largest = columns.largestWeight();
            return merged(
                    Scan.rows(
                            rows,
                            progress,
                            () -> new WeightedHistogram(largest),
                            (part, from, to) -> part.addSelected(values, weights, from, to, words)),
                    WeightedHistogram::addAll);
        }
        return counted(values, words, progress);
    }

    /// The distribution over the rows, each counted once, whatever their weights.
    public Distribution unweighted(Metric metric, Selection selection) {
        return counted(columns.metric(metric), selection.words(), Progress.NONE);
    }

    private Distribution counted(int[] values, long[] words, Progress progress) {
        return merged(
                Scan.rows(
                        rows,
                        progress,
                        CountingHistogram::new,
                        (part, from, to) -> part.addSelected(values, from, to, words)),
                CountingHistogram::addAll);
    }

    private static <D> D merged(List<D> parts, BiConsumer<D, D> merge) {
        D whole = parts.getFirst();
        parts.stream().skip(1).forEach(part -> merge.accept(whole, part));
        return whole;
    }

    /// The weight of the selected values of a metric in each of [LogBins#COUNT] bins: the picture
    /// of its distribution in one pass, for about half of what [#distribution] costs.
    ///
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public double[] bins(Metric metric, Selection selection, Progress progress) {
        return LogHistogram.of(metric, columns, selection, progress);
    }

    /// An index of a metric along time, for a slider that is about to be dragged.
    ///
    /// @param window what the slider moves over
    /// @param points of the slider: pixels, say; there are fewer if the window has not as many
    ///   milliseconds
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public TimeIndex timeIndex(
            Metric metric, Selection selection, TimeWindow window, int points, Progress progress) {
        return TimeIndex.of(metric, columns, selection, TimeSteps.even(window, points), progress);
    }

    /// The time from the first page view of the data set to its last one; empty if no page view has
    /// a time.
    public Optional<TimeWindow> range() {
        Instant first = dataset.first();
        Instant last = dataset.last();
        return first == null || last == null
                ? Optional.empty()
                : Optional.of(new TimeWindow(first, last.plusMillis(1)));
    }

    /// A metric along time: at most 600 stretches of a round length (minutes, an hour, a day, a
    /// month …) that cover the part of a window in which the data set has page views. Views of
    /// unknown time are in none of them.
    ///
    /// @param zone where days begin
    /// @return without a gap, those without a page view included; empty if the window has none
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public List<TimeBand> series(
            Metric metric, Selection selection, TimeWindow window, ZoneId zone, Progress progress) {
        return series(metric, selection, window, zone, Calendar.MOST_STEPS - 10, progress);
    }

    /// A metric along time in fewer, longer stretches: few views need wide ones, or no stretch has
    /// enough of them for a percentile.
    ///
    /// @param wished about so many stretches at most, 1 to 590
    /// @see #series(Metric, Selection, TimeWindow, ZoneId, Progress)
    public List<TimeBand> series(
            Metric metric,
            Selection selection,
            TimeWindow window,
            ZoneId zone,
            int wished,
            Progress progress) {
        return columns.moments()
                .range()
                .flatMap(range -> range.within(window))
                .map(part -> time.series(metric, selection, part, zone, wished, progress))
                .orElse(List.of());
    }

    /// A metric by hour and day of the week: 168 hours from Monday, 0 o'clock on. Views of unknown
    /// time are in none of them.
    ///
    /// @param zone where hours and days are counted, whatever its clocks did meanwhile
    /// @return empty if no page view has a time
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public List<WeekHour> week(Metric metric, Selection selection, ZoneId zone, Progress progress) {
        return columns.moments()
                .range()
                .map(range -> time.week(metric, selection, range, zone, progress))
                .orElse(List.of());
    }

    /// The rows of the selected page views, sorted.
    ///
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public int[] sort(Selection selection, RowOrder order, Progress progress) {
        var sort = new RowSort(selection, progress);
        Metric metric = order.metric();
        return metric == null
                ? sort.byTime(columns.moments().times(), order.direction())
                : sort.byValue(columns.metric(metric), order.direction());
    }

    /// What all rows together say about the quality of the data set. Goes through every column, so
    /// it takes a second for ten million rows.
    ///
    /// @param zone where days begin
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public QualityFacts facts(ZoneId zone, Progress progress) {
        return new QualityQuestions(columns, zone, progress).facts();
    }

    /// How many rows are the same as an earlier one in every column. Needs eight bytes for each row
    /// while it looks.
    ///
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public long duplicates(Progress progress) {
        return new QualityQuestions(columns, ZoneOffset.UTC, progress).duplicates();
    }

    /// One page view. Reads no more than the chunks it is in.
    ///
    /// @param row from 0
    public PageView row(int row) {
        return single.read(row);
    }

    /// Those of the selected page views that are looked for.
    ///
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public Selection search(Selection selection, Search search, Progress progress) {
        return switch (search) {
            case Search.PageText(String text) -> withPath(selection, text, progress);
            case Search.OfSession(long hash) ->
                    withHash(selection, Column.Single.SESSION, hash, progress);
            case Search.OfUser(long hash) ->
                    withHash(selection, Column.Single.USER, hash, progress);
            case Search.OfView(long hash) ->
                    withHash(selection, Column.Single.VIEW, hash, progress);
        };
    }

    private Selection withPath(Selection selection, String text, Progress progress) {
        Dictionary paths = columns.dictionaries().pages();
        String lower = text.toLowerCase(Locale.ROOT);
        var wanted = new byte[paths.size()];
        for (int code = 0; code < wanted.length; code++) {
            wanted[code] =
                    (byte) (paths.text(code).toLowerCase(Locale.ROOT).contains(lower) ? 1 : 0);
        }
        Selection found = selection.copy();
        Codes codes = columns.pathCodes();
        Scan.words(rows, progress, (from, to) -> codes.retain(wanted, found.words(), from, to));
        return found;
    }

    /// Looks through the stored hashes, which are too large to be kept for a search now and then.
    private Selection withHash(Selection selection, Column column, long hash, Progress progress) {
        Selection found = Selection.none(rows);
        columns.scanLongs(
                column,
                (firstRow, hashes, count) -> {
                    progress.throwIfCancelled();
                    for (int i = 0; i < count; i++) {
                        if (hashes[i] == hash && selection.isSelected(firstRow + i)) {
                            found.add(firstRow + i);
                        }
                    }
                });
        return found;
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
                GroupedValues.of(codes, columns.metric(metric), columns, selection, Progress.NONE);
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

    /// Each of the selected page views, in the order in which they were imported: for many of them
    /// far quicker than [#row].
    ///
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public void each(Selection selection, Progress progress, Consumer<? super PageView> taker) {
        new RowStream(columns, selection, progress).each(taker);
    }

    /// How many page views are selected and what they stand for.
    ///
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public Totals totals(Selection selection, Progress progress) {
        return Totals.of(columns, selection, progress);
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
