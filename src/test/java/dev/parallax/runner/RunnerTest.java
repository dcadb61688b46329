package dev.parallax.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.journey.Journey;
import dev.parallax.journey.Step;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.measure.StepResult;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.progress.Stoppable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a run ends, whatever walks it.
final class RunnerTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void walksEveryIterationAndTellsItsConditions() {
        var script = new ScriptedWalk.Script(ScriptedWalk::done, ScriptedWalk::done);
        var told = new ArrayList<String>();

        Run run = run(script, request(2), new Told(told));

        assertThat(run.status()).isEqualTo(RunStatus.OK);
        assertThat(run.problem()).isEmpty();
        assertThat(run.started()).isEqualTo(NOON);
        assertThat(run.iterations()).extracting(Iteration::number).containsExactly(1, 2);
        assertThat(run.conditions().engine()).isEqualTo("Script 1");
        assertThat(run.conditions().requested()).isEqualTo(Profile.DESKTOP);
        assertThat(run.conditions().notes()).contains("scripted");
        assertThat(told).containsExactly("0.0 iteration 1 of 2", "0.5 iteration 2 of 2");
        assertThat(script.opened).isEqualTo(1);
        assertThat(script.closed).isEqualTo(1);
    }

    @Test
    void stopsAtTheFirstIterationThatFails() {
        Problem problem = Problem.failed("step-timeout", "step \"Pay\" failed", "slow", "look");
        var script =
                new ScriptedWalk.Script(
                        ScriptedWalk::done,
                        (walk, number) ->
                                ScriptedWalk.iteration(
                                        number,
                                        List.of(
                                                new StepResult.Failed(
                                                        "Pay", Duration.ZERO, problem, null))));

        Run run = run(script, request(5));

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.problem()).contains(problem);
        assertThat(run.iterations()).hasSize(2);
    }

    @Test
    void startsALostEngineAnewOnce() {
        var script =
                new ScriptedWalk.Script(
                        ScriptedWalk::done, ScriptedWalk.lost(), ScriptedWalk::done);

        Run run = run(script, request(2));

        assertThat(run.status()).isEqualTo(RunStatus.OK);
        assertThat(run.iterations()).extracting(Iteration::number).containsExactly(1, 2);
        assertThat(run.conditions().notes())
                .contains("the engine was lost in iteration 2 and started anew");
        assertThat(script.opened).isEqualTo(2);
        assertThat(script.closed).isEqualTo(2);
    }

    @Test
    void blamesTheMachineForAnEngineLostTwice() {
        var script =
                new ScriptedWalk.Script(
                        ScriptedWalk::done, ScriptedWalk.lost(), ScriptedWalk.lost());

        Run run = run(script, request(3));

        assertThat(run.status()).isEqualTo(RunStatus.NOT_OBSERVED);
        assertThat(run.problem().orElseThrow().code()).isEqualTo("engine-lost");
        assertThat(run.problem().orElseThrow().kind()).isEqualTo(Problem.Kind.ENVIRONMENT);
        assertThat(run.iterations()).hasSize(1);
        assertThat(script.closed).isEqualTo(2);
    }

    @Test
    void endsAtTheDeadlineNamingTheStep() {
        var script = new ScriptedWalk.Script(ScriptedWalk::done, ScriptedWalk::hangs);

        Run run =
                run(
                        script,
                        request(3)
                                .withLimits(
                                        new Limits(Duration.ofSeconds(1), Duration.ofMillis(300))));

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.problem().orElseThrow().what()).isEqualTo("step \"Pay\" was ended by force");
        List<StepResult> steps = run.iterations().getLast().steps();
        assertThat(steps).hasSize(2).last().isInstanceOf(StepResult.Failed.class);
    }

    @Test
    void endsAtOnceWhenCancelled() throws InterruptedException {
        var stoppable = new Stoppable();
        var hanging = new CountDownLatch(1);
        var script =
                new ScriptedWalk.Script((walk, number) -> {
                    hanging.countDown();
                    return ScriptedWalk.hangs(walk, number);
                });
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        hanging.await();
                        stoppable.cancel();
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                });

        Run run = run(script, request(3), stoppable);

        assertThat(run.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(run.problem()).isEmpty();
        assertThat(script.closed).isEqualTo(1);
    }

    @Test
    void doesNotStartWhenCancelledBefore() {
        var stoppable = new Stoppable();
        stoppable.cancel();

        Run run = run(new ScriptedWalk.Script(), request(3), stoppable);

        assertThat(run.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(run.iterations()).isEmpty();
    }

    @Test
    void observesNothingWhereTheMachineOrTheRequestIsWrong() {
        Problem noBrowser =
                Problem.environment("browser-not-found", "no browser", "none", "install one");
        Walk.Opener refusing =
                (request, texts) -> {
                    throw new ProblemException(noBrowser);
                };

        Run run =
                new Runner(InstantSource.fixed(NOON), refusing, refusing)
                        .run(request(1), Progress.NONE);

        assertThat(run.status()).isEqualTo(RunStatus.NOT_OBSERVED);
        assertThat(run.problem()).contains(noBrowser);
        assertThat(run.conditions().engine()).isEqualTo("none");
    }

    @Test
    void hidesSecretsInWhateverIsKept() {
        var script =
                new ScriptedWalk.Script((walk, number) -> {
                    assertThat(walk.script.texts.resolve("${secret:key}", "http://shop.test"))
                            .isEqualTo("s3 cret");
                    Problem problem =
                            Problem.failed(
                                    "x", "cannot fill s3 cret", "it is s3+cret", "no s3%20cret");
                    return ScriptedWalk.iteration(
                            number,
                            List.of(
                                    new StepResult.Failed(
                                            "Fill", Duration.ZERO, problem, "log: s3 cret")));
                });
        SecretSource secrets =
                (name, origin) ->
                        name.equals("key") && origin.equals("http://shop.test") ? "s3 cret" : "?";

        Run run = run(script, request(1).withInputs(new Inputs(Map.of(), secrets)));

        assertThat(run.toString())
                .doesNotContain("s3 cret", "s3+cret", "s3%20cret")
                .contains(Texts.HIDDEN);
        assertThat(run.iterations().getFirst().exchanges())
                .extracting(Exchange::url)
                .containsExactly("http://shop.test/?key=" + Texts.HIDDEN);
    }

    @Test
    void writesAnEventIntoAFlightRecording(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("run.jfr");
        try (var recording = new Recording()) {
            recording.enable("dev.parallax.runner.RunEvent");
            recording.start();
            run(new ScriptedWalk.Script(ScriptedWalk::done), request(1));
            recording.stop();
            recording.dump(file);
        }

        List<RecordedEvent> events = RecordingFile.readAllEvents(file);

        assertThat(Files.size(file)).isPositive();
        assertThat(events).hasSize(1);
        assertThat(events.getFirst().getString("journey")).isEqualTo("test");
        assertThat(events.getFirst().getInt("iterations")).isEqualTo(1);
        assertThat(events.getFirst().getString("status")).isEqualTo("ok");
    }

    private static RunRequest request(int iterations) {
        var journey =
                new Journey(
                        "test",
                        Journey.Kind.HTTP,
                        Map.of(),
                        List.of(),
                        List.of(new Step.Navigate("open", "http://shop.test")));
        return RunRequest.of(journey, 1, Profile.DESKTOP, iterations);
    }

    private static Run run(Walk.Opener opener, RunRequest request) {
        return run(opener, request, Progress.NONE);
    }

    private static Run run(Walk.Opener http, RunRequest request, Progress progress) {
        Walk.Opener browser =
                (asked, texts) -> {
                    throw new AssertionError("not a browser journey");
                };
        return new Runner(InstantSource.fixed(NOON), browser, http).run(request, progress);
    }

    /// Notes what is told.
    private record Told(List<String> told) implements Progress {
        @Override
        public void report(double fraction, String what) {
            told.add(fraction + " " + what);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void onCancel(Runnable action) {}
    }
}
