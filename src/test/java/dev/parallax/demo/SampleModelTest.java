package dev.parallax.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

final class SampleModelTest {
    private static final Instant END = Instant.parse("2026-06-01T00:00:00Z");
    private static final List<SampleView> VIEWS = views(60_000);
    private static final Predicate<SampleView> DESKTOP = on(SampleDevice.DESKTOP);
    private static final Predicate<SampleView> MOBILE = on(SampleDevice.MOBILE);

    @Test
    void runsThroughThirtyDaysInOrder() {
        assertThat(VIEWS)
                .isSortedAccordingTo((a, b) -> Long.compare(a.epochMillis(), b.epochMillis()));
        Instant first = Instant.ofEpochMilli(VIEWS.getFirst().epochMillis());
        Instant last = Instant.ofEpochMilli(VIEWS.getLast().epochMillis());
        assertThat(first).isBetween(END.minus(Duration.ofDays(30)), END.minus(Duration.ofDays(29)));
        assertThat(last).isBetween(END.minus(Duration.ofHours(2)), END);
    }

    @Test
    void eveningsAreBusyAndNightsAreNot() {
        assertThat(inHour(20)).isGreaterThan(5 * inHour(3));
    }

    @Test
    void sessionsHaveOneToEightViews() {
        assertThat(bySession(_ -> true, SampleView::ttfb).values())
                .allMatch(views -> views.size() >= 1 && views.size() <= 8)
                .anyMatch(views -> views.size() == 8);
    }

    @Test
    void mediansAreThoseOfTheGuide() {
        assertThat(median(DESKTOP, SampleView::ttfb)).isBetween(115.0, 145.0);
        assertThat(median(MOBILE, SampleView::ttfb)).isBetween(165.0, 205.0);
        assertThat(median(DESKTOP, SampleView::lcp)).isBetween(400.0, 490.0);
        assertThat(median(MOBILE, SampleView::lcp)).isBetween(920.0, 1_100.0);
        assertThat(median(on(SampleDevice.TABLET), SampleView::lcp)).isBetween(560.0, 720.0);
        assertThat(median(DESKTOP, SampleView::inp)).isBetween(80.0, 112.0);
        assertThat(median(MOBILE, SampleView::inp)).isBetween(208.0, 256.0);
    }

    @Test
    void aLabRunOfTheDemoIsMiddlingAmongDesktopsAndFastAmongAll() {
        assertThat(shareBelow(750, DESKTOP.and(SampleModelTest::isHome))).isBetween(0.40, 0.52);
        assertThat(shareBelow(750, SampleModelTest::isHome)).isBetween(0.15, 0.26);
    }

    @Test
    void cachedAndFreshHomePagesMakeTwoPeaks() {
        double cached = between(200, 300);
        double valley = between(500, 600);
        double fresh = between(900, 1_000);
        assertThat(valley * 2).isLessThan(cached);
        assertThat(valley * 1.4).isLessThan(fresh);
    }

    @Test
    void viewsOfOneSessionAreAlike() {
        assertThat(correlation(_ -> true)).isBetween(0.3, 0.5);
        assertThat(correlation(on(SampleDevice.MOBILE))).isGreaterThan(0.2);
    }

    @Test
    void theLastReleaseMadeTheCheckoutSlowerOnMobiles() {
        long release = END.minus(Duration.ofDays(7)).toEpochMilli();
        Predicate<SampleView> checkout = view -> view.path().equals("/checkout");
        Predicate<SampleView> after = view -> view.epochMillis() >= release;
        assertThat(median(MOBILE.and(checkout).and(after), SampleView::lcp))
                .isGreaterThan(
                        1.4 * median(MOBILE.and(checkout).and(after.negate()), SampleView::lcp));
        assertThat(median(DESKTOP.and(checkout).and(after), SampleView::lcp))
                .isLessThan(
                        1.2 * median(DESKTOP.and(checkout).and(after.negate()), SampleView::lcp));
    }

    @Test
    void someValuesAreMissingForAReason() {
        double withInteraction = share(view -> !Double.isNaN(view.inp()));
        assertThat(withInteraction).isBetween(0.42, 0.48);
        assertThat(share(view -> Double.isNaN(view.fcp()))).isBetween(0.015, 0.025);
        assertThat(VIEWS)
                .filteredOn(view -> view.session().software().browser().equals("Safari"))
                .allMatch(view -> Double.isNaN(view.cls()));
        assertThat(VIEWS).noneMatch(view -> view.lcp() < view.fcp() || view.fcp() < view.ttfb());
    }

    private static boolean isHome(SampleView view) {
        return view.path().equals("/") || view.path().startsWith("/?");
    }

    private static Predicate<SampleView> on(SampleDevice device) {
        return view -> view.session().device() == device;
    }

    private static double[] sorted(
            Predicate<SampleView> which, ToDoubleFunction<SampleView> metric) {
        return VIEWS.stream()
                .filter(which)
                .mapToDouble(metric)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    private static double median(Predicate<SampleView> which, ToDoubleFunction<SampleView> metric) {
        double[] values = sorted(which, metric);
        return values[values.length / 2];
    }

    private static double shareBelow(double limit, Predicate<SampleView> which) {
        double[] values = sorted(which, SampleView::lcp);
        return (double) Arrays.stream(values).filter(v -> v < limit).count() / values.length;
    }

    private static double share(Predicate<SampleView> which) {
        return (double) VIEWS.stream().filter(which).count() / VIEWS.size();
    }

    private static long between(double from, double to) {
        return Arrays.stream(sorted(DESKTOP.and(SampleModelTest::isHome), SampleView::lcp))
                .filter(value -> value >= from && value < to)
                .count();
    }

    private static long inHour(int hour) {
        return VIEWS.stream().filter(view -> view.epochMillis() / 3_600_000 % 24 == hour).count();
    }

    private static Map<String, List<Double>> bySession(
            Predicate<SampleView> which, ToDoubleFunction<SampleView> metric) {
        var sessions = new HashMap<String, List<Double>>();
        for (SampleView view : VIEWS) {
            double value = metric.applyAsDouble(view);
            if (which.test(view) && !Double.isNaN(value)) {
                sessions.computeIfAbsent(view.session().id(), _ -> new ArrayList<>()).add(value);
            }
        }
        return sessions;
    }

    /// The intra-class correlation of log LCP within sessions, from a one-way analysis of variance
    /// with groups of unequal size (Donner, International Statistical Review 54, 1986).
    private static double correlation(Predicate<SampleView> which) {
        List<List<Double>> groups =
                bySession(which, view -> Math.log(view.lcp())).values().stream()
                        .filter(group -> group.size() > 1)
                        .toList();
        double count = groups.stream().mapToInt(List::size).sum();
        double mean = groups.stream().flatMap(List::stream).mapToDouble(v -> v).sum() / count;
        double between = 0;
        double within = 0;
        double squares = 0;
        for (List<Double> group : groups) {
            double own = group.stream().mapToDouble(v -> v).average().orElseThrow();
            between += group.size() * Math.pow(own - mean, 2);
            within += group.stream().mapToDouble(v -> Math.pow(v - own, 2)).sum();
            squares += Math.pow(group.size(), 2);
        }
        double betweenMean = between / (groups.size() - 1);
        double withinMean = within / (count - groups.size());
        double size = (count - squares / count) / (groups.size() - 1);
        return (betweenMean - withinMean) / (betweenMean + (size - 1) * withinMean);
    }

    private static List<SampleView> views(int count) {
        var views = new ArrayList<SampleView>();
        try {
            new SampleExport(1, count, END).each(views::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return views;
    }
}
