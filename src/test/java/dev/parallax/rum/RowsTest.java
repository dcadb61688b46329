package dev.parallax.rum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.progress.Progress;
import dev.parallax.rum.RowOrder.Direction;
import dev.parallax.rum.SmallPageViews.View;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class RowsTest {
    private static final int CASES = 1_000;

    @Test
    void sortsAsAPlainSortDoes() {
        var random = new Random(1);
        for (int i = 0; i < CASES; i++) {
            var small = SmallPageViews.draw(random, 300);
            checkOrders(small, small.opened().select(SmallPageViews.segment(random)));
        }
    }

    @Test
    void sortsCrowdedTimesAndFarAwayOnes() {
        var random = new Random(2);
        for (long span : new long[] {1, 1_000, 1L << 21, 1L << 33, 1L << 47}) {
            var small = SmallPageViews.draw(random, 20_000, span);
            checkOrders(small, small.opened().select(Segment.ALL));
        }
    }

    private static void checkOrders(SmallPageViews small, Selection selection) {
        for (Direction direction : Direction.values()) {
            check(small, selection, RowOrder.byTime(direction), View::hasTime, View::time);
            check(
                    small,
                    selection,
                    RowOrder.by(Metric.LCP, direction),
                    view -> view.has(Metric.LCP),
                    view -> (long) view.metrics().get(Metric.LCP));
        }
    }

    private static void check(
            SmallPageViews small,
            Selection selection,
            RowOrder order,
            Predicate<View> has,
            Function<View, Long> key) {
        Comparator<View> byKey = Comparator.comparing(key);
        Comparator<View> missingLast =
                (a, b) -> {
                    if (!has.test(a) || !has.test(b)) {
                        return Boolean.compare(!has.test(a), !has.test(b));
                    }
                    return order.direction() == Direction.ASCENDING
                            ? byKey.compare(a, b)
                            : byKey.compare(b, a);
                };
        int[] expected =
                small.in(selection).stream()
                        .sorted(missingLast.thenComparingInt(View::row))
                        .mapToInt(View::row)
                        .toArray();
        assertThat(small.opened().sort(selection, order, Progress.NONE)).isEqualTo(expected);
    }

    @Test
    void decodesEveryRow() {
        RandomGenerator random = new Random(3);
        for (int i = 0; i < 200; i++) {
            var small = SmallPageViews.draw(random, 100);
            for (View view : small.views()) {
                assertThat(small.opened().row(view.row())).isEqualTo(decoded(view));
            }
            int rows = small.views().size();
            assertThatThrownBy(() -> small.opened().row(rows))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    private static PageView decoded(View view) {
        var metrics = new EnumMap<Metric, Double>(Metric.class);
        view.metrics().forEach((metric, value) -> metrics.put(metric, metric.fromFixed(value)));
        return new PageView(
                view.row(),
                view.hasTime() ? Instant.ofEpochMilli(view.time()) : null,
                view.page(),
                view.page().isEmpty() ? null : PageTemplate.of(view.page()),
                view.dimensions(),
                metrics,
                hex(view.session()),
                hex(view.user()),
                hex(view.id()),
                view.exclusion(),
                view.weight());
    }

    private static String hex(long hash) {
        return hash == 0 ? null : HexFormat.of().toHexDigits(hash);
    }

    @Test
    void findsPagesSessionsUsersAndViews() {
        var random = new Random(4);
        for (int i = 0; i < CASES; i++) {
            var small = SmallPageViews.draw(random, 200);
            Selection selection = small.opened().select(SmallPageViews.segment(random));
            String text = List.of("shop/1", "SHOP/2", "/", "nowhere").get(random.nextInt(4));
            find(
                    small,
                    selection,
                    new Search.PageText(text),
                    view ->
                            view.page()
                                    .toLowerCase(Locale.ROOT)
                                    .contains(text.toLowerCase(Locale.ROOT)));
            long session = 1L + random.nextInt(20);
            find(
                    small,
                    selection,
                    new Search.OfSession(session),
                    view -> view.session() == session);
            long user = -1L - random.nextInt(20);
            find(small, selection, new Search.OfUser(user), view -> view.user() == user);
            if (!small.views().isEmpty()) {
                long id = small.views().getFirst().id();
                find(small, selection, new Search.OfView(id), view -> view.id() == id);
            }
        }
    }

    private static void find(
            SmallPageViews small, Selection within, Search search, Predicate<View> wanted) {
        assertThat(small.in(small.opened().search(within, search, Progress.NONE)))
                .isEqualTo(small.in(within).stream().filter(wanted).toList());
    }
}
