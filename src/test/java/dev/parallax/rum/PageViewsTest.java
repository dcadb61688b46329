package dev.parallax.rum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.rum.RandomPageViews.Row;
import dev.parallax.rum.RandomPageViews.Weights;
import dev.parallax.statistics.ClusteredSample;
import dev.parallax.statistics.CountingHistogram;
import dev.parallax.statistics.Distribution;
import dev.parallax.statistics.WeightedHistogram;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PageViewsTest {
    private static final int SEED = 7;

    @ParameterizedTest
    @EnumSource(Weights.class)
    void selectsWhatAPlainLoopSelects(Weights weights) {
        var random = new Random(SEED);
        for (int rows : new int[] {0, 1, 63, 64, 65, 1000, 150_000}) {
            List<Row> all = new RandomPageViews(random, weights).rows(rows);
            PageViews views = open(all);
            for (Segment segment : segments(all, random)) {
                Selection selection = views.select(segment);
                List<Row> expected = all.stream().filter(row -> isIn(segment, row)).toList();
                assertThat(selection.count()).as(segment.toString()).isEqualTo(expected.size());
                assertThat(selected(all, selection)).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Weights.class)
    void distributionAndSampleHoldTheSelectedValues(Weights weights) {
        var random = new Random(SEED);
        List<Row> all = new RandomPageViews(random, weights).rows(100_000);
        PageViews views = open(all);
        for (Segment segment : segments(all, random)) {
            Selection selection = views.select(segment);
            List<Row> measured =
                    all.stream()
                            .filter(row ->
                                    isIn(segment, row) && row.metrics().containsKey(Metric.INP))
                            .toList();
            Distribution distribution = views.distribution(Metric.INP, selection);
            Distribution expected = distribution(measured, weights);
            assertThat(distribution.count()).isEqualTo(measured.size());
            assertThat(distribution.totalWeight()).isEqualTo(expected.totalWeight());
            ClusteredSample sample = views.sample(Metric.INP, selection);
            assertThat(sample.size()).isEqualTo(measured.size());
            assertThat(sample.sessions()).isEqualTo(sessions(measured));
            if (!measured.isEmpty()) {
                assertThat(distribution.quantile(0.75)).isEqualTo(expected.quantile(0.75));
                assertThat(sample.distribution().quantile(0.75)).isEqualTo(expected.quantile(0.75));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Weights.class)
    void countsTheValuesOfADimension(Weights weights) {
        var random = new Random(SEED);
        List<Row> all = new RandomPageViews(random, weights).rows(70_000);
        PageViews views = open(all);
        Segment segment = Segment.ALL.with(Dimension.DEVICE, Set.of("mobile"));
        List<Row> mobile = all.stream().filter(row -> isIn(segment, row)).toList();
        for (Dimension dimension : Dimension.all()) {
            Map<String, List<Row>> groups =
                    mobile.stream().collect(Collectors.groupingBy(row -> value(row, dimension)));
            List<ValueCount> expected =
                    groups.entrySet().stream()
                            .map(group ->
                                    new ValueCount(
                                            group.getKey(),
                                            group.getValue().size(),
                                            weight(group.getValue())))
                            .sorted(
                                    Comparator.comparingDouble(ValueCount::weight)
                                            .reversed()
                                            .thenComparing(ValueCount::value))
                            .toList();
            assertThat(views.count(dimension, views.select(segment))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Weights.class)
    void summarizesPagesByTemplate(Weights weights) {
        List<Row> all = new RandomPageViews(new Random(SEED), weights).rows(70_000);
        PageViews views = open(all);
        List<PageSummary> expected =
                all.stream()
                        .filter(row -> !row.page().isEmpty())
                        .collect(Collectors.groupingBy(row -> PageTemplate.of(row.page())))
                        .entrySet()
                        .stream()
                        .map(group -> summary(group.getKey(), group.getValue(), weights))
                        .sorted(Comparator.comparingDouble(PageSummary::weight).reversed())
                        .toList();
        assertThat(expected).hasSize(3);
        assertThat(views.summarize(Metric.LCP, views.select(Segment.ALL))).isEqualTo(expected);
        assertThat(views.pages())
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(PageSummary::page).toList());
    }

    @ParameterizedTest
    @EnumSource(Weights.class)
    void sumsUpPoorMinutesAsAPlainLoopDoes(Weights weights) {
        List<Row> all = new RandomPageViews(new Random(SEED), weights).rows(5_000);
        PageViews views = open(all);
        var expected = new HashMap<PageTemplate, Double>();
        for (Row row : all) {
            double millis = Metric.LCP.fromFixed(row.metrics().getOrDefault(Metric.LCP, 0));
            if (!row.page().isEmpty() && millis > 2_500) {
                double minutes = (millis - 2_500) / 60_000 * row.weight();
                expected.merge(PageTemplate.of(row.page()), minutes, Double::sum);
            }
        }
        Map<PageTemplate, Double> found = views.poorMinutes(Metric.LCP, views.select(Segment.ALL));
        assertThat(found.keySet()).isEqualTo(expected.keySet()).hasSize(3);
        found.forEach(
                (page, minutes) -> assertThat(minutes).isCloseTo(expected.get(page), within(1e-6)));
        assertThat(views.poorMinutes(Metric.CLS, views.select(Segment.ALL))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Weights.class)
    void countsPoorViewsAsAPlainLoopDoes(Weights weights) {
        List<Row> all = new RandomPageViews(new Random(SEED), weights).rows(5_000);
        PageViews views = open(all);
        var expected = new HashMap<PageTemplate, Double>();
        for (Row row : all) {
            if (!row.page().isEmpty() && row.metrics().getOrDefault(Metric.LCP, 0) > 40_000) {
                expected.merge(PageTemplate.of(row.page()), (double) row.weight(), Double::sum);
            }
        }
        assertThat(views.poorViews(Metric.LCP, views.select(Segment.ALL))).isEqualTo(expected);
        assertThat(views.poorViews(Metric.LOAD, views.select(Segment.ALL))).isEmpty();
    }

    @Test
    void aPageIsOpenedAtItsMostFrequentPath() {
        PageViews views =
                open(List.of(row("/p/1", 1), row("/p/22", 1), row("/p/22", 1), row("/cart", 1)));
        assertThat(views.path(new PageTemplate("/p/:id"))).hasValue("/p/22");
        assertThat(views.path(new PageTemplate("/none"))).isEmpty();
    }

    @Test
    void pagesThatAreQuickHaveNoPoorMinutes() {
        PageViews views = open(List.of(row("/quick", 24_000), row("/slow", 31_000)));
        assertThat(views.poorMinutes(Metric.LCP, views.select(Segment.ALL)))
                .isEqualTo(Map.of(new PageTemplate("/slow"), 0.01));
    }

    private static Row row(String page, int lcp) {
        return new Row(Chunk.NO_TIME, Map.of(Metric.LCP, lcp), Map.of(), page, Chunk.NO_SESSION, 1);
    }

    @Test
    void aWarmedUpDataSetAnswersAsBefore() {
        List<Row> rows = new RandomPageViews(new Random(SEED), Weights.VARIOUS).rows(3_000);
        PageViews cold = open(rows);
        PageViews warm = open(rows);
        warm.warmUp(Progress.NONE);
        assertThat(warm.distribution(Metric.LCP, warm.select(Segment.ALL)).quantile(0.75))
                .isEqualTo(cold.distribution(Metric.LCP, cold.select(Segment.ALL)).quantile(0.75));
        open(List.of()).warmUp(Progress.NONE);
        open(List.of(row("", 1))).warmUp(Progress.NONE);
    }

    @Test
    void pageWithoutTheMetricHasNoPercentile() {
        PageViews views =
                open(
                        List.of(
                                new Row(
                                        Chunk.NO_TIME,
                                        Map.of(),
                                        Map.of(),
                                        "/cart",
                                        Chunk.NO_SESSION,
                                        1)));
        assertThat(views.summarize(Metric.LCP, views.select(Segment.ALL)))
                .containsExactly(
                        new PageSummary(
                                new PageTemplate("/cart"), 1, 1, 0, OptionalDouble.empty()));
    }

    @Test
    void resolvesTheSpellingOfValues() {
        PageViews views = open(new RandomPageViews(new Random(SEED), Weights.ONE).rows(100));
        assertThat(
                        views.resolve(
                                Segment.parse(
                                        List.of(
                                                "Device=MOBILE",
                                                "country=Unknown",
                                                "page=/product/3"))))
                .isEqualTo(
                        Segment.ALL
                                .with(Dimension.DEVICE, Set.of("mobile"))
                                .with(Dimension.COUNTRY, Set.of("unknown"))
                                .withPage(new PageTemplate("/product/:id")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"device=watch", "os=linux", "page=/nowhere"})
    void refusesValuesThatDoNotOccur(String text) {
        PageViews views = open(new RandomPageViews(new Random(SEED), Weights.ONE).rows(100));
        Segment segment = Segment.parse(List.of(text));
        assertThatThrownBy(() -> views.resolve(segment))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no page view has")
                .hasMessageContaining("segment-value-absent");
        assertThat(views.select(segment).count()).isZero();
    }

    private static PageViews open(List<Row> rows) {
        var recorded = new RecordedPageViews();
        RandomPageViews.write(rows, recorded);
        return recorded.open();
    }

    private static List<Segment> segments(List<Row> rows, Random random) {
        var segments = new ArrayList<Segment>();
        segments.add(Segment.ALL);
        segments.add(Segment.ALL.with(Dimension.DEVICE, Set.of("mobile")));
        segments.add(Segment.ALL.with(Dimension.DEVICE, Set.of("mobile", "tablet")));
        segments.add(
                Segment.ALL.with(Dimension.COUNTRY, Set.of("country 7", Segment.UNKNOWN_VALUE)));
        segments.add(Segment.ALL.with(Dimension.OS, Set.of(Segment.UNKNOWN_VALUE)));
        segments.add(Segment.ALL.with(Dimension.BROWSER, Set.of("not there")));
        segments.add(Segment.ALL.withPage(new PageTemplate("/product/:id")));
        segments.add(
                Segment.ALL
                        .with(Dimension.DEVICE, Set.of("desktop"))
                        .with(Dimension.BROWSER, Set.of("browser 1", "browser 2", "browser 3"))
                        .withWindow(window(1_790_000_500_000L, 1_790_700_000_000L)));
        if (!rows.isEmpty()) {
            Row row = rows.get(random.nextInt(rows.size()));
            segments.add(
                    Segment.ALL.with(Dimension.RELEASE, Set.of(value(row, Dimension.RELEASE))));
            if (row.time() != Chunk.NO_TIME) {
                segments.add(Segment.ALL.withWindow(window(row.time(), row.time() + 1)));
            }
        }
        return segments;
    }

    private static TimeWindow window(long from, long to) {
        return new TimeWindow(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
    }

    private static boolean isIn(Segment segment, Row row) {
        TimeWindow window = segment.window();
        PageTemplate page = segment.page();
        return segment.values().entrySet().stream()
                        .allMatch(entry -> entry.getValue().contains(value(row, entry.getKey())))
                && (page == null
                        || (!row.page().isEmpty() && PageTemplate.of(row.page()).equals(page)))
                && (window == null
                        || (row.time() >= window.from().toEpochMilli()
                                && row.time() < window.to().toEpochMilli()));
    }

    private static String value(Row row, Dimension dimension) {
        String text = row.dimensions().getOrDefault(dimension, "");
        return text.isEmpty() ? Segment.UNKNOWN_VALUE : text;
    }

    private static List<Row> selected(List<Row> rows, Selection selection) {
        var selected = new ArrayList<Row>();
        for (int i = 0; i < rows.size(); i++) {
            if (selection.isSelected(i)) {
                selected.add(rows.get(i));
            }
        }
        return selected;
    }

    private static Distribution distribution(List<Row> rows, Weights weights) {
        if (weights == Weights.ONE) {
            var counted = new CountingHistogram();
            rows.forEach(row -> counted.add(row.metrics().get(Metric.INP)));
            return counted;
        }
        var weighted = new WeightedHistogram(20);
        rows.forEach(row -> weighted.add(row.metrics().get(Metric.INP), row.weight()));
        return weighted;
    }

    /// Sessions that are known, and each row of unknown session as one of its own.
    private static int sessions(List<Row> rows) {
        long known =
                rows.stream()
                        .map(Row::session)
                        .filter(id -> id != Chunk.NO_SESSION)
                        .distinct()
                        .count();
        return (int)
                (known + rows.stream().filter(row -> row.session() == Chunk.NO_SESSION).count());
    }

    private static double weight(List<Row> rows) {
        return rows.stream().mapToDouble(Row::weight).sum();
    }

    private static PageSummary summary(PageTemplate page, List<Row> rows, Weights weights) {
        List<Row> measured =
                rows.stream().filter(row -> row.metrics().containsKey(Metric.LCP)).toList();
        return new PageSummary(
                page,
                rows.size(),
                weight(rows),
                measured.size(),
                OptionalDouble.of(Metric.LCP.fromFixed(p75(measured, weights))));
    }

    private static double p75(List<Row> rows, Weights weights) {
        if (weights == Weights.ONE) {
            int[] sorted =
                    rows.stream().mapToInt(row -> row.metrics().get(Metric.LCP)).sorted().toArray();
            double h = (sorted.length - 1) * 0.75;
            int rank = (int) h;
            return sorted[rank]
                    + (h - rank) * (sorted[Math.min(rank + 1, sorted.length - 1)] - sorted[rank]);
        }
        Row[] sorted = rows.toArray(Row[]::new);
        Arrays.sort(sorted, Comparator.comparing(row -> row.metrics().get(Metric.LCP)));
        double share = 0.75 * weight(rows);
        double reached = 0;
        for (Row row : sorted) {
            reached += row.weight();
            if (reached >= share) {
                return row.metrics().get(Metric.LCP);
            }
        }
        throw new AssertionError();
    }
}
