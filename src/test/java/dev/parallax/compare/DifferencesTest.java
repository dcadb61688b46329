package dev.parallax.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parallax.metric.Metric;
import dev.parallax.rum.RandomPageViews.Row;
import dev.parallax.rum.Segment;
import dev.parallax.statistics.ShiftFunction.Decile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DifferencesTest {
    private static final Segment CHECKOUT = Segment.ALL.withPage(Fixture.CHECKOUT);
    private static final double[] AROUND_2000 = {
        1990, 1994, 1997, 1999, 2000, 2000, 2001, 2002, 2004, 2006, 2008, 2010
    };

    private static Differences differences(Metric metric, List<Row> rows, double... lab) {
        return Comparer.differences(Fixture.lab(metric, lab), Fixture.field(rows), CHECKOUT);
    }

    /// Users from 1,000 to 3,000 ms, all alike often; the lab always at about 2,000.
    @Test
    void areInTheUnitOfTheMetric() {
        Differences.Side side =
                differences(
                                Metric.LCP,
                                Fixture.evenly(Metric.LCP, "desktop", 2001, 1000, 3000),
                                AROUND_2000)
                        .matched();

        var known =
                side.shift().stream()
                        .filter(Decile.Known.class::isInstance)
                        .map(Decile.Known.class::cast)
                        .toList();
        assertThat(known).extracting(Decile.Known::percentile).containsExactly(30, 40, 50, 60, 70);
        assertThat(known.getFirst().shift()).isCloseTo(400, within(5.0));
        assertThat(known.get(2).shift()).isCloseTo(0, within(5.0));
        assertThat(known.getLast().shift()).isCloseTo(-400, within(5.0));
        assertThat(side.shift().getFirst()).isEqualTo(new Decile.TooFew(10, 36, 12));
        assertThat(side.distance().orElseThrow().wasserstein()).isCloseTo(495, within(5.0));
        assertThat(side.distance().orElseThrow().overSpread()).isCloseTo(0.495, within(0.005));
        assertThat(side.distance().orElseThrow().kolmogorovSmirnov()).isCloseTo(0.5, within(0.01));
    }

    @Test
    void areOfMatchedUsersAndOfAll() {
        var rows = new ArrayList<>(Fixture.evenly(Metric.LCP, "desktop", 1000, 1000, 3000));
        rows.addAll(Fixture.evenly(Metric.LCP, "mobile", 1000, 5000, 7000));
        Differences differences = differences(Metric.LCP, rows, AROUND_2000);

        assertThat(differences.matched().distance().orElseThrow().wasserstein())
                .isLessThan(differences.all().distance().orElseThrow().wasserstein());
    }

    @Test
    void areNotTakenOfALowerBoundOrOfNothing() {
        assertThat(
                        differences(
                                        Metric.CLS,
                                        Fixture.evenly(Metric.CLS, "desktop", 100, 0, 1),
                                        0.1,
                                        0.1)
                                .matched())
                .isEqualTo(Differences.Side.NONE);
        assertThat(differences(Metric.LCP, List.of(), AROUND_2000).all())
                .isEqualTo(Differences.Side.NONE);
        assertThat(
                        differences(Metric.LCP, Fixture.evenly(Metric.LCP, "desktop", 100, 1, 1000))
                                .all())
                .isEqualTo(Differences.Side.NONE);
    }
}
