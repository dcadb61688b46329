package dev.parallax.rum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.progress.Progress;
import dev.parallax.rum.SmallPageViews.View;
import dev.parallax.rum.TraitTotals.TraitTotal;
import dev.parallax.statistics.Estimate;
import dev.parallax.statistics.FieldIntervals;
import dev.parallax.statistics.FieldQuantile;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TraitQuestionsTest {
    private static final int CASES = 1_200;

    @Test
    void traitsHoldWhatAPlainLoopFinds() {
        var random = new Random(1);
        int compared = 0;
        for (int i = 0; i < CASES; i++) {
            var small = SmallPageViews.draw(random, 300);
            Selection selection = small.opened().select(SmallPageViews.segment(random));
            double reference = random.nextInt(3) * random.nextDouble() * 2_000;
            compared +=
                    check(
                            small,
                            selection,
                            small.opened().beyond(Metric.LCP, selection, reference, Progress.NONE),
                            view -> Math.max(0, lcp(view) - reference));
            Selection picked =
                    small.opened()
                            .pick(
                                    selection,
                                    Metric.LCP,
                                    Brush.NONE.withValues(
                                            Optional.of(new ValueRange(0, reference))),
                                    ZoneOffset.UTC,
                                    Progress.NONE);
            compared +=
                    check(
                            small,
                            selection,
                            small.opened().picked(Metric.LCP, selection, picked, Progress.NONE),
                            view -> lcp(view) <= reference ? 1 : 0);
        }
        assertThat(compared).isGreaterThan(10_000);
    }

    private static double lcp(View view) {
        return Metric.LCP.fromFixed(view.metrics().get(Metric.LCP));
    }

    private static int check(
            SmallPageViews small,
            Selection selection,
            Optional<TraitTotals> found,
            ToDoubleFunction<View> score) {
        List<View> measured =
                small.in(selection).stream().filter(view -> view.has(Metric.LCP)).toList();
        assertThat(found.isPresent()).isEqualTo(!measured.isEmpty());
        if (found.isEmpty()) {
            return 0;
        }
        TraitTotals totals = found.get();
        assertThat(totals.all().whole())
                .isCloseTo(BruteForce.weight(measured), within(1e-6 * totals.all().whole()));
        Map<Trait, List<View>> expected = traits(measured);
        assertThat(totals.traits().stream().map(TraitTotal::trait))
                .containsExactlyInAnyOrderElementsOf(expected.keySet());
        for (TraitTotal total : totals.traits()) {
            List<View> views = expected.get(total.trait());
            double weight = BruteForce.weight(views);
            double scored =
                    views.stream().mapToDouble(v -> score.applyAsDouble(v) * v.weight()).sum();
            assertThat(total.views()).isEqualTo(views.size());
            assertThat(total.effective())
                    .isCloseTo(BruteForce.effective(views), within(1e-6 * views.size()));
            assertThat(total.totals().whole()).isCloseTo(weight, within(1e-6 * weight));
            assertThat(total.totals().part()).isCloseTo(scored, within(1e-6 * (scored + weight)));
        }
        return totals.traits().size();
    }

    /// The measured views of each trait in which they differ.
    private static Map<Trait, List<View>> traits(List<View> measured) {
        var all = new HashMap<Trait, List<View>>();
        for (Dimension dimension : Dimension.all()) {
            Map<Trait, List<View>> groups =
                    measured.stream()
                            .collect(
                                    Collectors.groupingBy(view ->
                                            Trait.of(
                                                    dimension,
                                                    view.dimensions()
                                                            .getOrDefault(
                                                                    dimension,
                                                                    Segment.UNKNOWN_VALUE))));
            if (groups.size() > 1) {
                all.putAll(groups);
            }
        }
        Map<String, List<View>> pages =
                measured.stream().collect(Collectors.groupingBy(View::page));
        if (pages.keySet().stream().map(TraitQuestionsTest::template).distinct().count() > 1) {
            pages.forEach((page, views) -> {
                if (!page.isEmpty()) {
                    all.merge(
                            Trait.of(PageTemplate.of(page)),
                            views,
                            (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
                }
            });
        }
        return all;
    }

    private static String template(String page) {
        return page.isEmpty() ? "" : PageTemplate.of(page).path();
    }

    @Test
    void narrowsToWhatHasTheTrait() {
        var random = new Random(2);
        for (int i = 0; i < CASES; i++) {
            var small = SmallPageViews.draw(random, 100);
            Selection selection = small.opened().select(SmallPageViews.segment(random));
            Trait trait =
                    random.nextBoolean()
                            ? Trait.of(Dimension.OS, random.nextBoolean() ? "os1" : "unknown")
                            : Trait.of(PageTemplate.of("/shop/3"));
            Predicate<View> has =
                    view ->
                            trait.dimension().isPresent()
                                    ? view.dimensions()
                                            .getOrDefault(Dimension.OS, "unknown")
                                            .equals(trait.value())
                                    : template(view.page()).equals(trait.value());
            assertThat(small.in(small.opened().narrow(selection, trait, Progress.NONE)))
                    .isEqualTo(small.in(selection).stream().filter(has).toList());
        }
    }

    /// Between bundles and between sessions the spread is the same, but for 2 %.
    @ParameterizedTest
    @EnumSource(RandomPageViews.Weights.class)
    void intervalsOfQuantilesAreThoseOfSessions(RandomPageViews.Weights weights) {
        var recorded = new RecordedPageViews();
        RandomPageViews.write(new RandomPageViews(new Random(3), weights).rows(100_000), recorded);
        PageViews views = recorded.open();
        Selection all = views.select(Segment.ALL);
        double[] shares = {0.5, 0.75};
        List<FieldQuantile> found = views.quantiles(Metric.LCP, all, Progress.NONE, shares);
        List<FieldQuantile> expected =
                FieldIntervals.quantiles(views.sample(Metric.LCP, all), shares);
        for (int i = 0; i < shares.length; i++) {
            Estimate one = known(found.get(i));
            Estimate other = known(expected.get(i));
            assertThat(one.value()).isEqualTo(other.value());
            double width = other.interval().high() - other.interval().low();
            assertThat(one.interval().high() - one.interval().low())
                    .isCloseTo(width, within(0.05 * width));
        }
    }

    private static Estimate known(FieldQuantile quantile) {
        return ((FieldQuantile.Known) quantile).estimate();
    }

    @Test
    void quantilesOfFewAreRefused() {
        var small = SmallPageViews.draw(new Random(6), 0);
        assertThat(
                        small.opened()
                                .quantiles(
                                        Metric.LCP,
                                        small.opened().select(Segment.ALL),
                                        Progress.NONE,
                                        0.5,
                                        0.75))
                .isEqualTo(
                        List.of(new FieldQuantile.TooFew(6, 0), new FieldQuantile.TooFew(13, 0)));
    }
}
