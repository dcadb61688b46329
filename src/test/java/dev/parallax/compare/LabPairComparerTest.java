package dev.parallax.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.measure.Network;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Metric;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LabPairComparerTest {
    private static final double[] STEADY = {
        2000, 2010, 1990, 2020, 1980, 2005, 1995, 2015, 1985, 2000, 2012, 1988
    };

    private static LabPair.InMetric compare(LabSample before, LabSample after) {
        return LabPairComparer.compare(
                        "revision 3",
                        "revision 4",
                        List.of(new LabPairComparer.Sides(before, after, before.values())))
                .first();
    }

    private static LabSample lcp(double... values) {
        return Fixture.lab(Metric.LCP, values);
    }

    private static double[] plus(double[] values, double shift) {
        return DoubleStream.of(values).map(value -> value + shift).toArray();
    }

    @Test
    void asksForMoreRunsOfTheShorterSide() {
        var pair = compare(lcp(STEADY), lcp(1, 2, 3, 4));

        assertThat(pair.verdict()).isEqualTo(new LabPairVerdict.TooFewRuns(12, 4));
        assertThat(pair.measured()).isEmpty();
        assertThat(pair.sentence())
                .isEqualTo(
                        "Lab LCP on checkout has 12 usable values of revision 3 and 4 of revision 4,"
                                + " and a difference needs at least 6 a side.");
        assertThat(pair.next())
                .isEqualTo("Run the journey 2 more times on the side that has fewer.");
    }

    @Test
    void findsASlowerAndAFasterSide() {
        var slower = compare(lcp(STEADY), lcp(plus(STEADY, 300)));
        assertThat(slower.verdict()).isEqualTo(new LabPairVerdict.Slower());
        assertThat(slower.sentence())
                .isEqualTo(
                        "Lab LCP on checkout rose from 2.00 s to 2.30 s (+300 ms, 95 % CI +288 ms to"
                                + " +312 ms; Cliff's delta 1.00, large): revision 4 is slower than"
                                + " revision 3.");

        var faster = compare(lcp(STEADY), lcp(plus(STEADY, -300)));
        assertThat(faster.verdict()).isEqualTo(new LabPairVerdict.Faster());
        assertThat(faster.sentence()).contains("fell from 2.00 s to 1.70 s (−300 ms");
    }

    @Test
    void callsLayoutShiftSteadyAndNotFast() {
        double[] before = {0.01, 0.01, 0.02, 0.01, 0.01, 0.02, 0.01, 0.01};
        var pair =
                compare(
                        Fixture.lab(Metric.CLS, before),
                        Fixture.lab(Metric.CLS, plus(before, 0.1)));

        assertThat(pair.verdict()).isEqualTo(new LabPairVerdict.Slower());
        assertThat(pair.sentence())
                .contains("rose from 0.010 to 0.110 (+0.100")
                .contains("revision 4 is less steady than revision 3.")
                .endsWith("is not known yet: too few runs came before.");
    }

    @Test
    void saysHowManyRunsWouldShowTheSmallestDifference() {
        double[] wild = {1700, 2300, 1900, 2100, 1600, 2400, 2000, 1800, 2200, 2050, 1950, 2010};
        var pair = compare(lcp(wild), lcp(plus(wild, 20)));

        // 200 ms of spread around the median: 1.4826 × 150 = 222; (1.96 + 0.84)² / (3 · 0.125²) / 2
        assertThat(pair.verdict()).isInstanceOf(LabPairVerdict.NoDifferenceShown.class);
        int more = ((LabPairVerdict.NoDifferenceShown) pair.verdict()).more();
        assertThat(more).isBetween(40, 120);
        assertThat(pair.next())
                .isEqualTo(
                        "About "
                                + more
                                + " more runs a side would show a difference of 5 % (100 ms) in four"
                                + " of five tries.");
    }

    @Test
    void saysThatEnoughRunsShowedNothing() {
        var pair = compare(lcp(STEADY), lcp(plus(STEADY, 1)));

        assertThat(pair.verdict()).isEqualTo(new LabPairVerdict.NoDifferenceShown(0));
        assertThat(pair.next())
                .isEqualTo(
                        "Treat both as equal: a difference of 5 % (100 ms) would probably have shown"
                                + " with these runs.");
    }

    @Test
    void aCertainDifferenceThatIsSmallDoesNotCount() {
        var pair = compare(lcp(STEADY), lcp(plus(STEADY, 60)));

        assertThat(pair.verdict()).isEqualTo(new LabPairVerdict.TooSmall());
        assertThat(pair.sentence()).endsWith("a difference too small to count, under 100 ms.");
        assertThat(pair.smallest()).isEqualTo(100);
    }

    @Test
    void whatTheMachineDoesByItselfIsNoise() {
        // runs that wander between two levels: neighbours are alike, halves are not
        double[] wandering =
                IntStream.range(0, 20)
                        .mapToDouble(i -> i / 4 % 2 == 0 ? 2000 + i : 2600 + i)
                        .toArray();
        var pair =
                LabPairComparer.compare(
                                "then",
                                "now",
                                List.of(
                                        new LabPairComparer.Sides(
                                                lcp(STEADY),
                                                lcp(plus(STEADY, 150)),
                                                DoubleStream.of(wandering).boxed().toList())))
                        .first();

        assertThat(pair.verdict()).isInstanceOf(LabPairVerdict.WithinNoise.class);
        assertThat(pair.noiseFloor().orElseThrow()).isGreaterThan(150);
        assertThat(pair.sentence()).contains("no more than this machine's own noise, ");
    }

    @Test
    void otherNumbersUnderTheSameNameAreOtherConditions() {
        Profile slow =
                new Profile(
                        Profile.DESKTOP.id(),
                        Profile.DESKTOP.name(),
                        Profile.DESKTOP.device(),
                        new Network(150, 1638.4, 750, Network.Method.PROXY),
                        4,
                        "en-US");
        LabSample after = lcp(plus(STEADY, 900));
        var pair =
                compare(
                        lcp(STEADY),
                        new LabSample(
                                after.journey(),
                                after.page(),
                                after.template(),
                                slow,
                                after.metric(),
                                after.values(),
                                0));

        assertThat(pair.verdict())
                .isEqualTo(
                        new LabPairVerdict.DifferentConditions(
                                List.of(
                                        "network unshaped and 150 ms, 1638.4 down, 750 up kbit/s by"
                                                + " proxy",
                                        "processor 1 × slower and 4 × slower")));
        assertThat(pair.sentence())
                .contains("rose from 2.00 s to 2.90 s")
                .contains("not run under the same conditions: network unshaped and 150 ms");
        assertThat(ProfileDifferences.between(Profile.DESKTOP, Profile.MOBILE))
                .containsExactly(
                        "device desktop and mobile",
                        "viewport 1350 × 940 at 1 and 412 × 823 at 1.75");
    }

    @Test
    void manyQuestionsAtOnceRaiseTheBar() {
        // p = 0.0152 alone (6 against 6), and over four metrics above 0.05
        double[] before = {2000, 2100, 2200, 2300, 2400, 2500};
        double[] after = {2350, 2450, 2550, 2650, 2750, 2850};
        var sides = new LabPairComparer.Sides(lcp(before), lcp(after), List.of());
        LabPair one = LabPairComparer.compare("a", "b", List.of(sides));
        LabPair four = LabPairComparer.compare("a", "b", List.of(sides, sides, sides, sides));

        assertThat(one.first().measured().orElseThrow().adjusted()).isLessThan(0.05);
        assertThat(one.first().verdict()).isEqualTo(new LabPairVerdict.Slower());
        assertThat(four.first().measured().orElseThrow().adjusted())
                .isEqualTo(4 * one.first().measured().orElseThrow().adjusted());
        assertThat(four.first().verdict()).isInstanceOf(LabPairVerdict.NoDifferenceShown.class);
    }

    /// 12 runs a side that vary by 5 %, as often as it takes to tell 5 % of false alarms from 10.
    @Test
    void callsNothingAChangeWhereNothingChangedAndTenPerCentOne() {
        var random = new SplittableRandom(71);
        int falseAlarms = 0;
        int found = 0;
        for (int round = 0; round < 300; round++) {
            LabSample before = lcp(varying(random, 2000));
            falseAlarms += isClaimed(compare(before, lcp(varying(random, 2000)))) ? 1 : 0;
            found += isClaimed(compare(before, lcp(varying(random, 2200)))) ? 1 : 0;
        }
        assertThat(falseAlarms).isLessThan(15);
        assertThat(found).isGreaterThan(255);
    }

    private static double[] varying(SplittableRandom random, double median) {
        return DoubleStream.generate(() -> median * Math.exp(0.05 * random.nextGaussian()))
                .limit(12)
                .toArray();
    }

    private static boolean isClaimed(LabPair.InMetric pair) {
        return pair.verdict() instanceof LabPairVerdict.Slower
                || pair.verdict() instanceof LabPairVerdict.Faster;
    }

    @Test
    void theWidestSmallestEffectWins() {
        assertThat(SmallestEffect.of(Metric.TTFB, 200)).isEqualTo(50);
        assertThat(SmallestEffect.of(Metric.LCP, 4000)).isEqualTo(200);
        assertThat(SmallestEffect.of(Metric.CLS, 0.5)).isEqualTo(0.02);
    }
}
