package dev.parallax.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.rum.RandomPageViews.Row;
import dev.parallax.rum.Segment;
import dev.parallax.statistics.RunsNeeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ComparerTest {
    private static final Segment CHECKOUT = Segment.ALL.withPage(Fixture.CHECKOUT);
    private static final double[] AROUND_2000 = {
        1990, 1994, 1997, 1999, 2000, 2000, 2001, 2002, 2004, 2006, 2008, 2010
    };

    private static Comparison compare(LabSample lab, List<Row> rows) {
        return Comparer.compare(lab, Fixture.field(rows), CHECKOUT, Aim.MEDIAN);
    }

    @Test
    void asksForMoreRunsBeforeAnythingElse() {
        var comparison = compare(Fixture.lab(Metric.LCP, 1, 2, 3, 4, 5), List.of());

        assertThat(comparison.verdict()).isEqualTo(new Verdict.TooFewRuns(5));
        assertThat(comparison.sentence())
                .startsWith(
                        "Lab LCP on checkout has 5 usable values, and its median needs at least 6.");
        assertThat(comparison.next()).isEqualTo("Run the journey 1 more time.");
    }

    @Test
    void saysWhenNoViewMatches() {
        var elsewhere =
                Comparer.compare(
                        Fixture.lab(Metric.LCP, AROUND_2000),
                        Fixture.field(Fixture.evenly(Metric.LCP, "desktop", 100, 1000, 3000)),
                        Segment.ALL.withPage(new PageTemplate("/elsewhere")),
                        Aim.MEDIAN);

        assertThat(elsewhere.verdict()).isEqualTo(new Verdict.NothingInCommon());
    }

    @Test
    void refusesFewerThanThirteenEffectiveViews() {
        var comparison =
                compare(
                        Fixture.lab(Metric.LCP, AROUND_2000),
                        Fixture.evenly(Metric.LCP, "desktop", 12, 1000, 3000));

        assertThat(comparison.verdict()).isEqualTo(new Verdict.TooFewViews(12));
    }

    @Test
    void findsALabInTheMiddleRepresentative() {
        var comparison =
                compare(
                        Fixture.lab(Metric.LCP, AROUND_2000),
                        Fixture.evenly(Metric.LCP, "desktop", 2001, 1000, 3000));

        assertThat(comparison.verdict()).isEqualTo(new Verdict.Representative());
        assertThat(comparison.matched().placement().orElseThrow().value())
                .isCloseTo(50, within(0.1));
        assertThat(comparison.sentence())
                .startsWith(
                        "Lab LCP on checkout is 2.0 s, the 50th percentile of matched desktop users")
                .contains("50 % of them wait longer")
                .contains("field p75 is 2.5 s, 1.2 × the lab")
                .contains("0 % of views are poor")
                .contains("Not matched: connection, navigation.");
    }

    @Test
    void callsAFasterLabOptimisticAndASlowerPessimistic() {
        var slowField = Fixture.evenly(Metric.LCP, "desktop", 500, 1900, 9000);
        var fastField = Fixture.evenly(Metric.LCP, "desktop", 500, 300, 2100);

        assertThat(compare(Fixture.lab(Metric.LCP, AROUND_2000), slowField).verdict())
                .isEqualTo(new Verdict.Optimistic());
        assertThat(compare(Fixture.lab(Metric.LCP, AROUND_2000), fastField).verdict())
                .isEqualTo(new Verdict.Pessimistic());
    }

    @Test
    void admitsWhenTheIntervalCrossesALimitAndSaysHowManyRunsWouldDecide() {
        var comparison =
                compare(
                        Fixture.lab(Metric.LCP, 1200, 1500, 1900, 2100, 2500, 2800),
                        Fixture.evenly(Metric.LCP, "desktop", 2001, 1000, 3000));

        assertThat(comparison.verdict()).isInstanceOf(Verdict.Inconclusive.class);
        RunsNeeded needed = ((Verdict.Inconclusive) comparison.verdict()).needed();
        assertThat(needed).isInstanceOf(RunsNeeded.More.class);
        assertThat(comparison.next())
                .isEqualTo(
                        "About " + ((RunsNeeded.More) needed).runs() + " more runs would decide.");
    }

    @Test
    void saysWhenMoreRunsCannotDecide() {
        double[] steady = {2000, 2001, 2002, 2003, 2004, 2005};

        // 20 views: the users' median alone is uncertain by more than the tolerance
        var fewUsers =
                compare(
                        Fixture.lab(Metric.LCP, steady),
                        Fixture.evenly(Metric.LCP, "desktop", 20, 1000, 3000));
        assertThat(fewUsers.verdict())
                .isEqualTo(new Verdict.Inconclusive(new RunsNeeded.NotByRuns()));
        assertThat(fewUsers.next())
                .isEqualTo(
                        "No number of runs decides it, as the users' side is too uncertain: widen"
                                + " the segment, or import a longer time.");

        // the lab's median may be anywhere among the users, and stands half-way to the tolerance
        var wildLab =
                compare(
                        Fixture.lab(Metric.LCP, 1000, 1000, 2130, 2190, 3000, 3000),
                        Fixture.evenly(Metric.LCP, "desktop", 20_001, 1000, 3000));
        assertThat(wildLab.verdict())
                .isEqualTo(new Verdict.Inconclusive(new RunsNeeded.MoreThanMost()));
        assertThat(wildLab.next())
                .isEqualTo(
                        "Even 200 more runs would probably not decide: steady the lab, or look at"
                                + " the distribution.");
    }

    @Test
    void neverPlacesAMetricThatIsALowerBoundInTheLab() {
        var comparison =
                compare(
                        Fixture.lab(Metric.CLS, 0.01, 0.01, 0.02, 0.02, 0.02, 0.03),
                        Fixture.evenly(Metric.CLS, "desktop", 500, 0, 0.4));

        assertThat(comparison.verdict()).isEqualTo(new Verdict.LowerBound());
        assertThat(comparison.matched().placement()).isEmpty();
        assertThat(comparison.matched().shares()).isPresent();
    }

    @Test
    void matchesTheProfilesDeviceAndShowsAllUsersBeside() {
        List<Row> rows = new ArrayList<>(Fixture.evenly(Metric.LCP, "desktop", 400, 1000, 3000));
        rows.addAll(Fixture.evenly(Metric.LCP, "mobile", 600, 4000, 9000));

        var comparison = compare(Fixture.lab(Metric.LCP, AROUND_2000), rows);

        assertThat(comparison.matched().segment())
                .isEqualTo(CHECKOUT.with(Dimension.DEVICE, Set.of("desktop")));
        assertThat(comparison.matched().measured()).isEqualTo(400);
        assertThat(comparison.all().measured()).isEqualTo(1000);
        assertThat(comparison.all().placement().orElseThrow().value()).isCloseTo(20, within(0.2));
        assertThat(comparison.notMatched())
                .containsExactly(Dimension.CONNECTION, Dimension.NAVIGATION);
    }

    /// A run opens its page anew: views that came back from the cache are not what it stands for.
    @Test
    void matchesViewsThatOpenedThePageAnew() {
        List<Row> rows = new ArrayList<>();
        for (String kind : List.of("navigate", "back_forward")) {
            for (Row row : Fixture.evenly(Metric.LCP, "desktop " + kind, 400, 1000, 3000)) {
                rows.add(
                        new Row(
                                row.time(),
                                row.metrics(),
                                Map.of(Dimension.DEVICE, "desktop", Dimension.NAVIGATION, kind),
                                row.page(),
                                row.session(),
                                row.weight()));
            }
        }

        var comparison = compare(Fixture.lab(Metric.LCP, AROUND_2000), rows);

        assertThat(comparison.matched().segment().values())
                .containsEntry(Dimension.NAVIGATION, Set.of("navigate"));
        assertThat(comparison.matched().measured()).isEqualTo(400);
        assertThat(comparison.all().measured()).isEqualTo(800);
        assertThat(comparison.notMatched()).containsExactly(Dimension.CONNECTION);
    }

    @Test
    void doesNotMatchADimensionThatFewRowsFillIn() {
        List<Row> rows = new ArrayList<>(Fixture.evenly(Metric.LCP, "desktop", 700, 1000, 3000));
        rows.addAll(Fixture.evenly(Metric.LCP, "", 300, 1000, 3000));

        var comparison = compare(Fixture.lab(Metric.LCP, AROUND_2000), rows);

        assertThat(comparison.notMatched())
                .containsExactly(Dimension.DEVICE, Dimension.CONNECTION, Dimension.NAVIGATION);
        assertThat(comparison.matched()).isEqualTo(comparison.all());
    }

    @Test
    void leavesARatioOutWhereTheFieldIsZero() {
        var comparison =
                compare(
                        Fixture.lab(Metric.TTFB, AROUND_2000),
                        Fixture.evenly(Metric.TTFB, "desktop", 100, 0, 0));

        assertThat(comparison.all().ratioToMedian()).isEmpty();
        assertThat(comparison.all().ratioToP75()).isEmpty();
    }

    @Test
    void readsCurvesThatSumToTheWhole() {
        var curves =
                compare(
                                Fixture.lab(Metric.LCP, AROUND_2000),
                                Fixture.evenly(Metric.LCP, "desktop", 2001, 1000, 3000))
                        .curves();

        assertThat(curves.edges()).hasSizeLessThanOrEqualTo(122);
        assertThat(curves.allShares()).hasSize(curves.edges().length - 1);
        assertThat(java.util.Arrays.stream(curves.allShares()).sum()).isBetween(0.985, 1.0);
        assertThat(curves.allCumulative()[curves.edges().length - 1]).isBetween(0.985, 1.0);
    }
}
