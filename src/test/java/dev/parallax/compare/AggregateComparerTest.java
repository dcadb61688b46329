package dev.parallax.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parallax.measure.Profile;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.Aggregate.Bin;
import dev.parallax.rum.Aggregate.Binned;
import dev.parallax.rum.Aggregate.Scope;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.PageRules;
import dev.parallax.rum.Provenance;
import dev.parallax.statistics.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class AggregateComparerTest {
    private static final Dataset REPORT =
            new Dataset(
                    1,
                    1,
                    Dataset.Kind.AGGREGATES,
                    "crux",
                    Instant.EPOCH,
                    new Dataset.Size(1, 1, 1, Dataset.Weighting.NONE),
                    null,
                    null,
                    new Provenance("crux", Map.of()));

    /// 30 % under 1 s, 30 % to 2 s, 20 % to 3 s, 10 % to 4 s, 10 % beyond.
    private static final Binned STEPS =
            new Binned(
                    List.of(
                            bin(0, 1000, 0.3),
                            bin(1000, 2000, 0.3),
                            bin(2000, 3000, 0.2),
                            bin(3000, 4000, 0.1),
                            new Bin(4000, OptionalDouble.empty(), 0.1)),
                    OptionalDouble.of(2700));

    private static Bin bin(double start, double end, double share) {
        return new Bin(start, OptionalDouble.of(end), share);
    }

    private static Aggregate of(
            Scope scope, String site, String device, String last, Binned values) {
        LocalDate day = LocalDate.parse(last);
        return new Aggregate(
                new Aggregate.Key(scope, site, device, "", "", day.minusDays(27), day),
                Map.of(Metric.LCP, values),
                Map.of());
    }

    private static Aggregate origin(Binned values) {
        return of(Scope.ORIGIN, "https://shop.example", "DESKTOP", "2026-11-20", values);
    }

    private static AggregateComparison compare(List<Aggregate> aggregates, double... runs) {
        return AggregateComparer.compare(
                Fixture.lab(Metric.LCP, runs), REPORT, aggregates, PageRules.BUILT_IN, Aim.MEDIAN);
    }

    private static double[] steadily(double value) {
        double[] runs = new double[8];
        Arrays.setAll(runs, i -> value + i - 3.5);
        return runs;
    }

    @Test
    void placesTheLabBetweenTheEdgesOfItsBin() {
        AggregateComparison answer = compare(List.of(origin(STEPS)), steadily(1500));
        AggregateComparison.Field field = answer.field().orElseThrow();

        assertThat(field.ofMedian().orElseThrow().low()).isCloseTo(30, within(1e-9));
        assertThat(field.ofMedian().orElseThrow().high()).isCloseTo(60, within(1e-9));
        assertThat(answer.verdict()).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(answer.next()).startsWith("The report's bins are too wide to decide");
        assertThat(answer.sentence())
                .isEqualTo(
                        "Lab LCP on checkout is 1.5 s, between the 30th and the 60th percentile of"
                                + " desktop users of https://shop.example (30–60 with the runs' own"
                                + " uncertainty): 40–70 % of them wait longer; field p75 is 2.7 s,"
                                + " 1.8 × the lab; 10 % of views are poor. Not matched: connection."
                                + " How the field's source defines the metric is unknown.");
    }

    @Test
    void givesPercentilesAsBinsAndTheSourcesOwnP75() {
        AggregateComparison.Field field =
                compare(List.of(origin(STEPS)), steadily(1500)).field().orElseThrow();

        assertThat(field.p75()).hasValue(2700);
        assertThat(field.percentiles())
                .extracting(one -> one.within().orElseThrow())
                .containsExactly(
                        new Interval(0, 1000),
                        new Interval(0, 1000),
                        new Interval(1000, 2000),
                        new Interval(2000, 3000),
                        new Interval(3000, 4000),
                        new Interval(4000, Double.POSITIVE_INFINITY),
                        new Interval(4000, Double.POSITIVE_INFINITY));
        assertThat(field.shares().orElseThrow().poor().isExact()).isTrue();
        assertThat(field.shares().orElseThrow().good().low()).isCloseTo(0.6, within(1e-9));
        assertThat(field.shares().orElseThrow().good().high()).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void decidesOnlyIfBothBoundsDo() {
        assertThat(compare(List.of(origin(STEPS)), steadily(500)).verdict())
                .isEqualTo(new Verdict.Optimistic());
        assertThat(compare(List.of(origin(STEPS)), steadily(2500)).verdict())
                .isEqualTo(new Verdict.Pessimistic());
        var fine =
                new Binned(
                        List.of(
                                bin(0, 1000, 0.4),
                                bin(1000, 2000, 0.2),
                                new Bin(2000, OptionalDouble.empty(), 0.4)),
                        OptionalDouble.empty());
        assertThat(compare(List.of(origin(fine)), steadily(1500)).verdict())
                .isEqualTo(new Verdict.Representative());
        // the runs' own uncertainty reaches into the next bin
        assertThat(compare(List.of(origin(fine)), steadily(1999)).verdict())
                .isInstanceOf(Verdict.Inconclusive.class);
        assertThat(compare(List.of(origin(fine)), 1, 2, 3).verdict())
                .isEqualTo(new Verdict.TooFewRuns(3));
    }

    @Test
    void takesThePageBeforeTheOriginTheDeviceBeforeAllAndTheNewest() {
        var page = "https://shop.example/checkout";
        var older = of(Scope.URL, page, "DESKTOP", "2026-10-20", STEPS);
        var newer = of(Scope.URL, page, "DESKTOP", "2026-11-20", STEPS);
        var everyDevice = of(Scope.URL, page, "", "2026-11-27", STEPS);
        var phone = of(Scope.URL, page, "PHONE", "2026-11-27", STEPS);
        var elsewhere = of(Scope.URL, "https://shop.example/cart", "DESKTOP", "2026-11-27", STEPS);
        var all = List.of(older, origin(STEPS), phone, newer, everyDevice, elsewhere);

        assertThat(chosen(all)).isEqualTo(newer.key());
        assertThat(chosen(List.of(origin(STEPS), everyDevice, phone))).isEqualTo(everyDevice.key());
        assertThat(chosen(List.of(elsewhere, origin(STEPS)))).isEqualTo(origin(STEPS).key());
        assertThat(compare(List.of(phone, elsewhere), steadily(1500)).verdict())
                .isEqualTo(new Verdict.NothingInCommon());
    }

    @Test
    void takesPhonesForAMobileProfile() {
        var lab =
                new LabSample(
                        "Buy",
                        "checkout",
                        Fixture.CHECKOUT,
                        Profile.presets().stream()
                                .filter(one -> one.device().kind().key().equals("mobile"))
                                .findFirst()
                                .orElseThrow(),
                        Metric.LCP,
                        List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0),
                        0);
        var phone = of(Scope.ORIGIN, "https://shop.example", "PHONE", "2026-11-20", STEPS);

        assertThat(
                        AggregateComparer.compare(
                                        lab,
                                        REPORT,
                                        List.of(origin(STEPS), phone),
                                        PageRules.BUILT_IN,
                                        Aim.MEDIAN)
                                .field()
                                .orElseThrow()
                                .key())
                .isEqualTo(phone.key());
    }

    private static Aggregate.Key chosen(List<Aggregate> aggregates) {
        return compare(aggregates, steadily(1500)).field().orElseThrow().key();
    }

    @Test
    void sharesThatAreLeftOutMayLieAnywhere() {
        var bounds =
                new BinnedBounds(
                        new Binned(
                                List.of(bin(0, 1000, 0.3), bin(1000, 2000, 0.5)),
                                OptionalDouble.empty()));

        assertThat(bounds.placement(500).low()).isZero();
        assertThat(bounds.placement(500).high()).isCloseTo(50, within(1e-9));
        assertThat(bounds.percentile(10)).isEmpty();
    }

    @Test
    void theSourcesOwnPercentileNarrowsTheBounds() {
        var wide =
                new BinnedBounds(
                        new Binned(
                                List.of(bin(0, 2500, 0.98), bin(2500, 4000, 0.02)),
                                OptionalDouble.of(900)));

        assertThat(wide.placement(500)).isEqualTo(new Interval(0, 75));
        assertThat(wide.placement(1000).low()).isEqualTo(75);
        assertThat(wide.placement(1000).high()).isCloseTo(98, within(1e-9));
        // a source that contradicts its bins is not believed
        var broken =
                new BinnedBounds(
                        new Binned(
                                List.of(bin(0, 100, 0.9), bin(100, 200, 0.1)),
                                OptionalDouble.of(180)));
        assertThat(broken.placement(150).low()).isCloseTo(90, within(1e-9));
    }

    /// Whatever the values, the truth lies within the bounds that their bins give.
    @Test
    void boundsHoldTheTruth() {
        var random = new SplittableRandom(11);
        for (int round = 0; round < 1_000; round++) {
            double[] values = random.doubles(200, 0, 5000).sorted().toArray();
            double[] edges = random.doubles(6, 1, 5000).sorted().toArray();
            var bins = new ArrayList<Bin>();
            double start = 0;
            for (double edge : edges) {
                bins.add(bin(start, edge, share(values, start, edge)));
                start = edge;
            }
            bins.add(new Bin(start, OptionalDouble.empty(), share(values, start, 1e9)));
            var bounds = new BinnedBounds(new Binned(bins, OptionalDouble.empty()));
            double x = random.nextDouble(5000);
            double below = 100 * share(values, 0, x);
            assertThat(below)
                    .isBetween(bounds.placement(x).low() - 1e-9, bounds.placement(x).high() + 1e-9);
            for (int percentile : new int[] {10, 25, 50, 75, 90, 95, 99}) {
                double exact = values[percentile * 2 - 1];
                Interval within = bounds.percentile(percentile).orElseThrow();
                assertThat(exact).isBetween(within.low(), within.high());
            }
        }
    }

    private static double share(double[] values, double from, double to) {
        return Arrays.stream(values).filter(value -> value >= from && value < to).count()
                / (double) values.length;
    }
}
