package dev.parallax.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.RandomPageViews.Row;
import dev.parallax.rum.Segment;
import dev.parallax.statistics.ShiftFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FieldPairComparerTest {

    private static FieldPair compare(List<Row> before, List<Row> after, Metric metric) {
        return FieldPairComparer.compare(
                new FieldPairComparer.Part("release 1", Fixture.field(before), Segment.ALL),
                new FieldPairComparer.Part("release 2", Fixture.field(after), Segment.ALL),
                metric);
    }

    private static List<Row> lcp(int count, double low, double high) {
        return Fixture.evenly(Metric.LCP, "desktop", count, low, high);
    }

    @Test
    void refusesFewerThanThirteenEffectiveViewsASide() {
        var pair = compare(lcp(500, 1000, 3000), lcp(12, 1000, 3000), Metric.LCP);

        assertThat(pair.verdict()).isEqualTo(new FieldPairVerdict.TooFewViews(500, 12));
        assertThat(pair.sentence())
                .isEqualTo(
                        "LCP of release 1 and release 2 cannot be compared: they are worth 500 and"
                                + " 12 views, and p75 needs 13.");
        assertThat(compare(List.of(), lcp(20, 1, 2), Metric.LCP).verdict())
                .isEqualTo(new FieldPairVerdict.TooFewViews(0, 20));
    }

    @Test
    void findsAWorseSideByItsP75WithIntervalAndPlace() {
        var pair = compare(lcp(2001, 1000, 3000), lcp(2001, 1400, 5000), Metric.LCP);

        assertThat(pair.verdict()).isEqualTo(new FieldPairVerdict.Worse());
        var p75 = pair.at(75).orElseThrow();
        assertThat(p75.before()).isCloseTo(2500, within(1.0));
        assertThat(p75.after()).isCloseTo(4100, within(1.0));
        assertThat(p75.difference().value()).isCloseTo(1600, within(2.0));
        assertThat(p75.difference().interval().low()).isBetween(1500.0, 1595.0);
        assertThat(pair.sentence())
                .startsWith(
                        "LCP of release 2 is worse than that of release 1: p75 rose from 2.50 s to 4.10 s (+1.60 s, 95 % CI +1.5")
                .contains(
                        ", slower at every decile; poor views rose from 0.0 % to 27.8 % (+27.8 points");
        assertThat(compare(lcp(2001, 1400, 5000), lcp(2001, 1000, 3000), Metric.LCP).verdict())
                .isEqualTo(new FieldPairVerdict.Better());
    }

    @Test
    void namesThePlaceWhereTheSidesPart() {
        List<Row> tail = new ArrayList<>(lcp(1400, 1000, 2400));
        tail.addAll(Fixture.evenly(Metric.LCP, "mobile", 600, 4000, 6000));
        var pair = compare(lcp(2000, 1000, 3000), tail, Metric.LCP);

        assertThat(pair.verdict()).isEqualTo(new FieldPairVerdict.Worse());
        assertThat(pair.sentence()).contains(", slower from P80 to P90;");
    }

    @Test
    void manyViewsDoNotMakeASmallDifferenceCount() {
        var pair = compare(lcp(40_000, 1000, 3000), lcp(40_000, 1060, 3060), Metric.LCP);

        assertThat(pair.verdict()).isEqualTo(new FieldPairVerdict.TooSmall());
        assertThat(pair.sentence())
                .startsWith(
                        "LCP of release 2 differs from that of release 1 by too little to count, under 125 ms:");
    }

    @Test
    void anIntervalThatHoldsZeroIsNoClearDifference() {
        var pair = compare(lcp(30, 1000, 3000), lcp(30, 1100, 3200), Metric.LCP);

        assertThat(pair.verdict()).isEqualTo(new FieldPairVerdict.NoClearDifference());
        assertThat(pair.sentence())
                .startsWith("No clear difference in LCP between release 1 and release 2: p75 rose");
        assertThat(pair.deciles().getFirst()).isInstanceOf(ShiftFunction.Decile.TooFew.class);
    }

    @Test
    void sharesSumToOneAndHaveIntervals() {
        var pair = compare(lcp(2001, 1000, 3000), lcp(2001, 1400, 5000), Metric.LCP);

        for (FieldPair.Side side : List.of(pair.before(), pair.after())) {
            assertThat(side.shares()).hasSize(3);
            assertThat(side.shares().stream().mapToDouble(FieldPair.ShareEstimate::value).sum())
                    .isCloseTo(1, within(1e-12));
            assertThat(side.shares())
                    .allSatisfy(share -> {
                        assertThat(share.interval().low()).isLessThanOrEqualTo(share.value());
                        assertThat(share.interval().high()).isGreaterThanOrEqualTo(share.value());
                    });
        }
        var improvable = pair.of(FieldPair.Share.NEEDS_IMPROVEMENT).orElseThrow();
        assertThat(improvable.before()).isCloseTo(0.25, within(0.001));
        assertThat(improvable.after()).isCloseTo(1500.0 / 3600, within(0.001));
        assertThat(compare(lcp(50, 1, 2), lcp(50, 1, 2), Metric.LOAD).shares()).isEmpty();
    }

    @Test
    void twoSegmentsOfOneDatasetShareNoViewUnlessTheyOverlap() {
        List<Row> rows = new ArrayList<>(lcp(400, 1000, 3000));
        rows.addAll(Fixture.evenly(Metric.LCP, "mobile", 600, 2000, 5000));
        PageViews field = Fixture.field(rows);
        Segment mobile = Segment.ALL.with(Dimension.DEVICE, Set.of("mobile"));
        Segment desktop = Segment.ALL.with(Dimension.DEVICE, Set.of("desktop"));

        var apart =
                FieldPairComparer.compare(
                        new FieldPairComparer.Part("desktop", field, desktop),
                        new FieldPairComparer.Part("mobile", field, mobile),
                        Metric.LCP);
        assertThat(apart.inBoth()).isZero();
        assertThat(apart.before().measured()).isEqualTo(400);
        assertThat(apart.sentence()).doesNotContain("on both sides");

        var inside =
                FieldPairComparer.compare(
                        new FieldPairComparer.Part("everybody", field, Segment.ALL),
                        new FieldPairComparer.Part("mobile", field, mobile),
                        Metric.LCP);
        assertThat(inside.inBoth()).isEqualTo(600);
        assertThat(inside.sentence())
                .contains(" 600 page views are on both sides, so the difference is watered down.");
    }

    @Test
    void curvesOfBothAreReadAtTheSamePlaces() {
        PairCurves curves =
                compare(lcp(2001, 1000, 3000), lcp(2001, 1400, 5000), Metric.LCP).curves();

        assertThat(curves.before()).hasSize(curves.edges().length - 1);
        assertThat(curves.afterCumulative()).hasSize(curves.edges().length);
        assertThat(curves.beforeCumulative()[curves.edges().length - 1]).isEqualTo(1);
        assertThat(curves.afterCumulative()[curves.edges().length - 1]).isBetween(0.985, 1.0);
    }
}
