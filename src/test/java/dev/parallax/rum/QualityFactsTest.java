package dev.parallax.rum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.progress.Progress;
import dev.parallax.rum.QualityFacts.Day;
import dev.parallax.rum.QualityFacts.Gap;
import dev.parallax.rum.SmallPageViews.View;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class QualityFactsTest {
    private static final int CASES = 1_000;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final double TEN_MINUTES = 600_000;

    @Test
    void factsAreThoseOfAPlainLoop() {
        var random = new Random(1);
        for (int i = 0; i < CASES; i++) {
            var small = SmallPageViews.draw(random, 200);
            List<View> views = small.views();
            QualityFacts facts = small.opened().facts(ZONE, Progress.NONE);
            assertThat(facts.rows()).isEqualTo(views.size());
            assertThat(facts.weight()).isCloseTo(BruteForce.weight(views), within(1e-6));
            if (!views.isEmpty()) {
                assertThat(facts.effective()).isCloseTo(BruteForce.effective(views), within(1e-6));
            }
            assertThat(facts.withoutTime()).isEqualTo(count(views, view -> !view.hasTime()));
            assertThat(facts.withoutPage()).isEqualTo(count(views, view -> view.page().isEmpty()));
            assertThat(facts.withoutSession()).isEqualTo(count(views, view -> view.session() == 0));
            assertThat(facts.withoutUser()).isEqualTo(count(views, view -> view.user() == 0));
            assertThat(facts.withoutView()).isEqualTo(count(views, view -> view.id() == 0));
            assertThat(facts.exclusions().getOrDefault(Exclusion.BOT, 0L))
                    .isEqualTo(count(views, view -> view.exclusion() == Exclusion.BOT));
            for (Dimension dimension : Dimension.all()) {
                assertThat(facts.missing().get(dimension))
                        .isEqualTo(count(views, view -> !view.dimensions().containsKey(dimension)));
            }
            for (Metric metric : Metric.all()) {
                checkMetric(views, metric, facts.metrics().get(metric));
            }
            checkTimes(views, facts);
        }
    }

    private static long count(List<View> views, Predicate<View> which) {
        return views.stream().filter(which).count();
    }

    private static void checkMetric(
            List<View> views, Metric metric, QualityFacts.MetricFacts facts) {
        int[] sorted =
                views.stream()
                        .filter(view -> view.has(metric))
                        .mapToInt(view -> view.metrics().get(metric))
                        .sorted()
                        .toArray();
        assertThat(facts)
                .isEqualTo(
                        new QualityFacts.MetricFacts(
                                views.size() - sorted.length,
                                Arrays.stream(sorted).filter(value -> value == 0).count(),
                                sorted.length == 0 ? Double.NaN : metric.fromFixed(sorted[0]),
                                sorted.length == 0
                                        ? Double.NaN
                                        : metric.fromFixed(sorted[sorted.length - 1])));
    }

    private static void checkTimes(List<View> views, QualityFacts facts) {
        long[] times =
                views.stream().filter(View::hasTime).mapToLong(View::time).sorted().toArray();
        if (times.length == 0) {
            assertThat(facts.range()).isNull();
            assertThat(facts.days()).isEmpty();
            assertThat(facts.gaps()).isEmpty();
            return;
        }
        long end = times[times.length - 1] + 1;
        assertThat(facts.range())
                .isEqualTo(
                        new TimeWindow(Instant.ofEpochMilli(times[0]), Instant.ofEpochMilli(end)));
        TreeMap<LocalDate, Long> days =
                Arrays.stream(times)
                        .mapToObj(time -> Instant.ofEpochMilli(time).atZone(ZONE).toLocalDate())
                        .collect(
                                Collectors.groupingBy(
                                        day -> day, TreeMap::new, Collectors.counting()));
        assertThat(facts.days())
                .isEqualTo(
                        days.entrySet().stream()
                                .map(day -> new Day(day.getKey(), day.getValue()))
                                .toList());
        double mean = (double) (end - times[0]) / times.length;
        double longEnough =
                Math.max(TEN_MINUTES, 10 * mean * (Math.log(times.length) + Math.log(1000)));
        List<Gap> gaps = new ArrayList<>();
        for (int i = 1; i < times.length; i++) {
            // a millisecond or two are left to rounding
            if (times[i] - times[i - 1] >= longEnough + 2) {
                gaps.add(
                        new Gap(
                                Instant.ofEpochMilli(times[i - 1]),
                                Instant.ofEpochMilli(times[i])));
            }
        }
        assertThat(facts.gaps()).containsAll(gaps);
        assertThat(facts.gaps()).allMatch(gap -> gap.length().toMillis() >= longEnough);
    }

    @Test
    void aGapInEvenTrafficIsFound() {
        var times = new ArrayList<Long>();
        for (long at = 0; at < 86_400_000; at += 60_000) {
            if (at < 30_000_000 || at >= 50_000_000) {
                times.add(at);
            }
        }
        var gaps =
                new Gaps(
                        new TimeWindow(Instant.EPOCH, Instant.ofEpochMilli(86_400_000)),
                        times.size());
        times.reversed().forEach(gaps::add);
        assertThat(gaps.longestFirst())
                .containsExactly(
                        new Gap(
                                Instant.ofEpochMilli(29_940_000),
                                Instant.ofEpochMilli(50_040_000)));
    }

    @Test
    void countsRowsThatAreTheSame() {
        var random = new Random(2);
        for (int i = 0; i < 200; i++) {
            var small = SmallPageViews.draw(random, 60, 2);
            long distinct =
                    small.views().stream()
                            .map(view ->
                                    List.of(
                                            view.time(),
                                            view.metrics(),
                                            view.dimensions(),
                                            view.page(),
                                            view.session(),
                                            view.user(),
                                            view.id(),
                                            view.exclusion(),
                                            view.weight()))
                            .distinct()
                            .count();
            assertThat(small.opened().duplicates(Progress.NONE))
                    .isEqualTo(small.views().size() - distinct);
        }
        var twice = new RecordedPageViews();
        List<RandomPageViews.Row> rows =
                new RandomPageViews(random, RandomPageViews.Weights.VARIOUS).rows(1_000);
        var both = new ArrayList<>(rows);
        both.addAll(rows.subList(0, 300));
        RandomPageViews.write(both, twice);
        assertThat(twice.open().duplicates(Progress.NONE)).isEqualTo(300);
    }
}
