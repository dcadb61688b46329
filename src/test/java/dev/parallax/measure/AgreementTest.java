package dev.parallax.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class AgreementTest {
    @Test
    void oneWildIterationDoesNotMoveIt() {
        Agreement agreement = Agreement.of("home", Metric.LCP, 400, 410, 420, 430, 2000);

        assertThat(agreement.median()).isEqualTo(420);
        assertThat(agreement.robustCv()).isCloseTo(14.826 / 420, within(1e-12));
        assertThat(agreement.agrees()).isTrue();
    }

    @Test
    void iterationsFarApartDoNotAgree() {
        // median 600, deviations 200, 100, 0, 100, 200: 1.4826 * 100 / 600
        Agreement agreement = Agreement.of("home", Metric.LCP, 400, 500, 600, 700, 800);

        assertThat(agreement.robustCv()).isCloseTo(0.2471, within(1e-4));
        assertThat(agreement.agrees()).isFalse();
    }

    @Test
    void aFrameIsNoDisagreement() {
        assertThat(Agreement.of("home", Metric.FCP, 50, 60, 70).agrees()).isTrue();
    }

    @Test
    void asksForThreeGoodIterations() {
        Run run = run(good(1, 100), good(2, 110), failed(3));

        assertThat(Agreement.of(run)).isEmpty();
        assertThat(Agreement.of(run(good(1, 100), good(2, 110), good(3, 120))))
                .extracting(Agreement::page, Agreement::metric, Agreement::runs)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("home", Metric.LCP, 3));
    }

    @Test
    void theMedianIterationIsTheNearestToTheMediansOfAll() {
        assertThat(
                        run(good(1, 100), good(2, 150), good(3, 110), good(4, 90), failed(5))
                                .medianIteration()
                                .map(Iteration::number))
                .hasValue(1);
        assertThat(run(failed(1)).medianIteration()).isEmpty();
    }

    @Test
    void anIterationThatLacksAMomentIsNotTheMedian() {
        var lacking =
                new Iteration(1, List.of(), List.of(page(Map.of())), List.of(), Evidence.NONE);

        assertThat(run(lacking, good(2, 100), good(3, 101)).medianIteration())
                .map(Iteration::number)
                .hasValue(2);
    }

    @Test
    void momentsLieOnTheTimeLineOfTheIteration() {
        var timing = new PageTiming(1000, PageTiming.Kind.NAVIGATION, Optional.empty());
        var page =
                new PageResult(
                        "home",
                        "http://x/",
                        new PageTemplate("/"),
                        Map.of(Metric.LCP, 50.0, Metric.CLS, 0.1),
                        Optional.of(timing));

        assertThat(page.moments()).containsExactly(Map.entry(Metric.LCP, 1050.0));
        assertThat(page(Map.of(Metric.LCP, 50.0)).moments()).isEmpty();
    }

    private static PageResult page(Map<Metric, Double> metrics) {
        return new PageResult("home", "http://x/", new PageTemplate("/"), metrics);
    }

    private static Iteration good(int number, double lcp) {
        return new Iteration(
                number,
                List.of(new StepResult.Done("Open", Duration.ZERO, null)),
                List.of(page(Map.of(Metric.LCP, lcp, Metric.CLS, 0.0))),
                List.of(),
                Evidence.NONE);
    }

    private static Iteration failed(int number) {
        var problem = Problem.failed("x", "x", "x", "x");
        return new Iteration(
                number,
                List.of(new StepResult.Failed("Open", Duration.ZERO, problem, null)),
                List.of(page(Map.of(Metric.LCP, 100.0))),
                List.of(),
                Evidence.NONE);
    }

    private static Run run(Iteration... iterations) {
        return new Run(
                new UUID(0, 1),
                "buy",
                1,
                RunStatus.OK,
                false,
                Instant.EPOCH,
                Duration.ZERO,
                new Conditions(Profile.DESKTOP, Profile.DESKTOP, "", -1, List.of()),
                new ArrayList<>(List.of(iterations)),
                Optional.empty());
    }
}
