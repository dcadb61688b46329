package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.progress.Progress;
import dev.parallax.statistics.ClusteredSample;
import dev.parallax.statistics.Distribution;
import dev.parallax.statistics.FieldQuantile;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// An opened data set: the questions that can be asked of its page views.
///
/// Columns are read from the store when a question first needs them and are then kept, so the first
/// question about a column takes longer. Safe for use by several threads.
public final class PageViews {
    private final Dataset dataset;
    private final PageRules rules;
    private final Columns columns;
    private final SegmentRows segments;
    private final KnownSelections selections;
    private final SearchedRows searches;
    private final MetricValues values;
    private final DimensionValues dimensions;
    private final PageQuestions pages;
    private final TimeQuestions time;
    private final TraitQuestions traits;
    private final Rows single;

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
        this.rules = rules;
        this.columns = new Columns((int) dataset.rows(), dataset.size().weighting(), loader, rules);
        this.segments = new SegmentRows(dataset, columns);
        this.selections = new KnownSelections(segments);
        this.searches = new SearchedRows(columns);
        this.values = new MetricValues(columns);
        this.dimensions = new DimensionValues(columns);
        this.pages = new PageQuestions(columns, rules);
        this.time = new TimeQuestions(columns);
        this.traits = new TraitQuestions(columns);
        this.single = new Rows(loader, columns);
    }

    public Dataset dataset() {
        return dataset;
    }

    /// How its paths become pages, and how those of a journey do.
    public PageRules rules() {
        return rules;
    }

    Columns columns() {
        return columns;
    }

    /// Does beforehand what the first questions would wait for (measured at four million page
    /// views: 0.5 to 1.7 s instead of 15 ms): reads the columns that most of them need, and has the
    /// scans compiled. For the background, as soon as somebody is likely to ask.
    ///
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public void warmUp(Progress progress) {
        new WarmUp(this, progress).run();
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

    /// The same segment with values spelt as the data set spells them (`Mobile` → `mobile`).
    ///
    /// @throws dev.parallax.problem.ProblemException if a value or the page does not occur
    public Segment resolve(Segment segment) {
        return new Spelling(this).resolve(segment);
    }

    /// The page views of a segment. A value or page that does not occur selects none.
    public Selection select(Segment segment) {
        return select(segment, Progress.NONE);
    }

    /// The page views of a segment. A value or page that does not occur selects none.
    ///
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public Selection select(Segment segment, Progress progress) {
        return selections.select(segment, progress);
    }

    /// As [#select], which remembers some segments, but found anew: for measurements.
    public Selection selectAnew(Segment segment) {
        return segments.select(segment, Progress.NONE);
    }

    /// Those of the selected page views that were picked by drawing over charts. Views without the
    /// metric are in no stretch of its values, and views of unknown time in no window and no hour.
    ///
    /// @param metric whose values the brush means
    /// @param zone where the brush's hours of the week are counted
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public Selection pick(
            Selection selection, Metric metric, Brush brush, ZoneId zone, Progress progress) {
        return new BrushedRows(columns, metric, zone).pick(selection, brush, progress);
    }

    /// Those of the selected page views that have a trait.
    ///
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public Selection narrow(Selection selection, Trait trait, Progress progress) {
        return segments.narrow(selection, trait, progress);
    }

    /// Those of the selected page views that are looked for.
    ///
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public Selection search(Selection selection, Search search, Progress progress) {
        return searches.search(selection, search, progress);
    }

    /// The values that occur in a dimension, the most frequent first, without the unknown one.
    public List<String> values(Dimension dimension) {
        return dimensions.known(dimension);
    }

    /// How many selected page views have each value of a dimension, the most frequent first; values
    /// that no selected view has are left out.
    public List<ValueCount> count(Dimension dimension, Selection selection) {
        return dimensions.count(dimension, selection);
    }

    /// How many page views are selected and what they stand for.
    ///
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public Totals totals(Selection selection, Progress progress) {
        return Totals.of(columns, selection, progress);
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
        return values.distribution(metric, selection, progress);
    }

    /// The distribution over the rows, each counted once, whatever their weights.
    public Distribution unweighted(Metric metric, Selection selection) {
        return values.unweighted(metric, selection, Progress.NONE);
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

    /// The values of a metric in the selected page views together with their sessions: what
    /// intervals are computed from. Costs more time and memory than [#distribution].
    public ClusteredSample sample(Metric metric, Selection selection) {
        return values.samples(metric, List.of(selection)).getFirst();
    }

    /// As [#sample], of several selections: quicker than one after the other.
    public List<ClusteredSample> samples(Metric metric, List<Selection> selections) {
        return values.samples(metric, selections);
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
        return time.series(metric, selection, window, zone, wished, progress);
    }

    /// A metric by hour and day of the week: 168 hours from Monday, 0 o'clock on. Views of unknown
    /// time are in none of them.
    ///
    /// @param zone where hours and days are counted, whatever its clocks did meanwhile
    /// @return empty if no page view has a time
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public List<WeekHour> week(Metric metric, Selection selection, ZoneId zone, Progress progress) {
        return time.week(metric, selection, zone, progress);
    }

    /// What the selected page views with each trait wait beyond a value, together with all of them:
    /// scores are the parts of values above it, in the metric's unit, times weights.
    ///
    /// @param reference in the metric's unit
    /// @return empty if no selected page view has the metric
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public Optional<TraitTotals> beyond(
            Metric metric, Selection selection, double reference, Progress progress) {
        return traits.beyond(metric, selection, reference, progress);
    }

    /// How many of the selected page views with each trait were picked; only views that have the
    /// metric count.
    ///
    /// @param picked a part of the selection
    /// @return empty if no selected page view has the metric
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public Optional<TraitTotals> picked(
            Metric metric, Selection selection, Selection picked, Progress progress) {
        return traits.picked(metric, selection, picked, progress);
    }

    /// Quantiles of a metric in its fixed point form, with intervals from the spread between
    /// bundles of sessions: as those of [#sample], but without the time and memory that takes.
    ///
    /// @param shares ascending, each above 0 and below 1
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public List<FieldQuantile> quantiles(
            Metric metric, Selection selection, Progress progress, double... shares) {
        Distribution distribution = values.distribution(metric, selection, progress);
        return new BundledQuantiles(columns, metric, shares).of(selection, distribution, progress);
    }

    /// The pages that occur, in order of first appearance.
    public List<PageTemplate> pages() {
        return pages.pages();
    }

    /// The pages of the selected page views with one metric's 75th percentile, the most frequent
    /// first. Views of unknown page are in none of them.
    public List<PageSummary> summarize(Metric metric, Selection selection) {
        return pages.summaries(metric, selection);
    }

    /// Per page the minutes that the selected page views took beyond what is good in a metric, each
    /// counted as often as its weight says: where waiting costs users most. Pages without any are
    /// left out; so are all of a metric that is no time or has no limit of good.
    public Map<PageTemplate, Double> poorMinutes(Metric metric, Selection selection) {
        return pages.poorMinutes(metric, selection);
    }

    /// Per page how many of the selected page views are poor in a metric, by weight. Pages without
    /// any are left out; so are all of a metric that has no limit of poor.
    public Map<PageTemplate, Double> poorViews(Metric metric, Selection selection) {
        return pages.poorViews(metric, selection);
    }

    /// The path that most page views of a page have, as it can be opened; empty if the page does
    /// not occur.
    public Optional<String> path(PageTemplate page) {
        return pages.path(page);
    }

    /// The paths that occur with the rows of each, the most frequent first.
    public List<ValueCount> paths() {
        return pages.paths();
    }

    /// Rules that would make one page of many, the one for most page views first.
    public List<PageSuggestion> suggestPages() {
        return pages.suggestions();
    }

    /// One page view. Reads no more than the chunks it is in.
    ///
    /// @param row from 0
    public PageView row(int row) {
        return single.read(row);
    }

    /// Each of the selected page views, in the order in which they were imported: for many of them
    /// far quicker than [#row].
    ///
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public void each(Selection selection, Progress progress, Consumer<? super PageView> taker) {
        new RowStream(columns, selection, progress).each(taker);
    }

    /// The rows of the selected page views, sorted.
    ///
    /// @throws java.util.concurrent.CancellationException if it is cancelled
    public int[] sort(Selection selection, RowOrder order, Progress progress) {
        return RowSort.sort(columns, selection, order, progress);
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
}
