package dev.parallax.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parallax.measure.Profile;
import dev.parallax.metric.Definition;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.RandomPageViews.Row;
import dev.parallax.rum.Segment;
import dev.parallax.rum.TimeWindow;
import dev.parallax.statistics.Estimate;
import dev.parallax.statistics.Interval;
import dev.parallax.statistics.IntervalMethod;
import dev.parallax.statistics.Placement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class EvidenceTest {
    private static final Segment CHECKOUT = Segment.ALL.withPage(Fixture.CHECKOUT);
    private static final double[] AROUND_2000 = {1990, 1995, 2000, 2000, 2004, 2006, 2008};

    private static Comparison compare(LabSample lab, List<Row> rows) {
        return Comparer.compare(lab, Fixture.field(rows), CHECKOUT, Aim.MEDIAN);
    }

    @Test
    void theSentenceReadsAsPromised() {
        var nearby = new Interval(0, 1);
        var side =
                new FieldSide(
                        CHECKOUT.with(Dimension.DEVICE, Set.of("mobile")),
                        1000,
                        1000,
                        1000,
                        1000,
                        400,
                        Optional.of(
                                new Placement(
                                        19_000,
                                        41.2,
                                        new Interval(41, 41.4),
                                        new Interval(37.1, 45.2),
                                        new Interval(38, 44),
                                        IntervalMethod.LINEARISED_SESSIONS)),
                        List.of(new QuantileEstimate.Known(75, 3060, new Interval(3000, 3100))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(
                                new ShareEstimates(
                                        new Estimate(0.6, nearby, IntervalMethod.BINOMIAL),
                                        new Estimate(0.27, nearby, IntervalMethod.BINOMIAL),
                                        new Estimate(0.13, nearby, IntervalMethod.BINOMIAL))),
                        Modes.NONE,
                        Optional.of(IntervalMethod.LINEARISED_SESSIONS));
        var lab =
                new LabSample(
                        "Buy",
                        "Checkout",
                        Fixture.CHECKOUT,
                        Profile.DESKTOP,
                        Metric.LCP,
                        List.of(),
                        0);

        assertThat(
                        new VerdictWords(
                                        lab,
                                        OptionalDouble.of(1900),
                                        side,
                                        List.of(Dimension.CONNECTION),
                                        Definition.SAME)
                                .sentence(new Verdict.Optimistic()))
                .isEqualTo(
                        "Lab LCP on Checkout is 1.9 s, the 41st percentile of matched mobile users"
                                + " (95 % CI 37–45): 59 % of them wait longer; field p75 is 3.1 s,"
                                + " 1.6 × the lab; 13 % of views are poor. Not matched: connection.");
    }

    @Test
    void sharesSumToOneAndHaveIntervals() {
        ShareEstimates shares =
                compare(
                                Fixture.lab(Metric.LCP, AROUND_2000),
                                Fixture.evenly(Metric.LCP, "desktop", 4001, 1000, 5000))
                        .matched()
                        .shares()
                        .orElseThrow();

        assertThat(shares.good()).isCloseTo(0.375, within(0.001));
        assertThat(shares.needsImprovement()).isCloseTo(0.375, within(0.001));
        assertThat(shares.poor()).isCloseTo(0.25, within(0.001));
        for (Estimate share : List.of(shares.atMostGood(), shares.between(), shares.overPoor())) {
            assertThat(share.value()).isBetween(share.interval().low(), share.interval().high());
            // by hand: 1.96 · √(0.25 · 0.75 / 4001) is 0.0134, and 0.0150 for 0.375
            assertThat(share.interval().high() - share.interval().low()).isBetween(0.0255, 0.0315);
        }
    }

    @Test
    void percentilesGoFromTheTenthToTheLastOrSayWhatTheyNeed() {
        FieldSide side =
                compare(
                                Fixture.lab(Metric.LCP, AROUND_2000),
                                Fixture.evenly(Metric.LCP, "desktop", 101, 1000, 2000))
                        .matched();

        assertThat(side.quantiles())
                .extracting(QuantileEstimate::percentile)
                .containsExactly(10, 25, 50, 75, 90, 95, 99);
        assertThat(side.known(10).orElseThrow().value()).isEqualTo(1100);
        assertThat(side.known(25).orElseThrow().value()).isEqualTo(1250);
        assertThat(side.quantiles().getLast()).isEqualTo(new QuantileEstimate.TooFew(99, 368, 101));
        assertThat(side.sessions()).isEqualTo(101);
    }

    /// A row of weight 3 says of every number what three rows of weight 1 in one session say.
    @Test
    void weightsCountInAllEvidence() {
        List<Row> weighted = new ArrayList<>();
        List<Row> repeated = new ArrayList<>();
        for (Row row : Fixture.evenly(Metric.LCP, "desktop", 900, 1000, 5000)) {
            int times = row.metrics().get(Metric.LCP) > 30_000 ? 3 : 1;
            weighted.add(
                    new Row(
                            row.time(),
                            row.metrics(),
                            row.dimensions(),
                            row.page(),
                            row.session(),
                            times));
            for (int i = 0; i < times; i++) {
                repeated.add(row);
            }
        }
        var lab = Fixture.lab(Metric.LCP, AROUND_2000);
        FieldSide some = compare(lab, weighted).matched();
        FieldSide same = compare(lab, repeated).matched();

        assertThat(some.weight()).isEqualTo(same.weight()).isEqualTo(1800);
        assertThat(some.effective()).isCloseTo(1800.0 * 1800 / 4500, within(0.001));
        assertThat(some.placement().orElseThrow().value())
                .isCloseTo(same.placement().orElseThrow().value(), within(1e-9));
        ShareEstimates ofSome = some.shares().orElseThrow();
        ShareEstimates ofSame = same.shares().orElseThrow();
        assertThat(ofSome.needsImprovement()).isCloseTo(ofSame.needsImprovement(), within(1e-9));
        assertThat(ofSome.between().interval().low())
                .isCloseTo(ofSame.between().interval().low(), within(1e-6));
        for (int percentile : List.of(10, 25, 50, 75, 90, 95)) {
            assertThat(some.known(percentile).orElseThrow().value())
                    .isCloseTo(same.known(percentile).orElseThrow().value(), within(5.0));
        }
        assertThat(compare(lab, weighted).notes())
                .contains(
                        new Note(
                                Note.Kind.WEIGHTS,
                                "The source is a sample: 900 rows stand for 1,800 page views and"
                                        + " are worth 720 equally weighted ones."));
    }

    @Test
    void notesSayWhatHelpsToJudge() {
        List<Row> rows = new ArrayList<>(Fixture.evenly(Metric.LCP, "desktop", 300, 1000, 3000));
        rows.addAll(Fixture.evenly(Metric.FCP, "desktop", 100, 1000, 3000));
        var old =
                new TimeWindow(
                        Instant.parse("2025-11-20T00:00:00Z"),
                        Instant.parse("2025-11-22T00:00:00Z"));
        var lab =
                new LabSample(
                        "Buy",
                        "checkout",
                        Fixture.CHECKOUT,
                        Profile.DESKTOP,
                        Metric.LCP,
                        List.of(2000.0, 2001.0, 2002.0, 2003.0, 2004.0, 2005.0),
                        2,
                        old,
                        List.of());

        assertThat(compare(lab, rows).notes())
                .extracting(Note::text)
                .containsExactly(
                        "2 values of the lab are left out, as the machine was starved, its clock"
                                + " jumped or its network changed meanwhile.",
                        "How the field's source defines LCP is unknown; here it is: last"
                                + " largest-contentful-paint candidate before the first input or"
                                + " hiding.",
                        "The lab ran from 2025-11-20 to 2025-11-21, the users' page views began on"
                                + " 2026-09-21: what changed between is part of the difference.",
                        "25 % of these page views have no LCP and count in nothing here.");
    }

    @Test
    void aFieldOfTwoHumpsIsNoticed() {
        List<Row> rows = new ArrayList<>(Fixture.evenly(Metric.LCP, "desktop", 400, 800, 1000));
        for (Row row : Fixture.evenly(Metric.LCP, "tablet", 600, 2400, 2800)) {
            rows.add(
                    new Row(
                            row.time(),
                            row.metrics(),
                            Map.of(Dimension.DEVICE, "desktop"),
                            row.page(),
                            row.session(),
                            1));
        }
        Comparison comparison = compare(Fixture.lab(Metric.LCP, AROUND_2000), rows);

        assertThat(comparison.matched().modes().list()).hasSize(2);
        assertThat(comparison.notes())
                .filteredOn(note -> note.kind() == Note.Kind.FIELD_MODES)
                .singleElement()
                .satisfies(note -> assertThat(note.text()).contains("two humps").contains("40 %"));
    }
}
