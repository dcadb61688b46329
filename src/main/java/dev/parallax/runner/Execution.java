package dev.parallax.runner;

import dev.parallax.journey.Journey;
import dev.parallax.measure.Conditions;
import dev.parallax.measure.Iteration;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.measure.StepResult;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run from its start to its end; made for it and thrown away.
final class Execution {
    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

    private final RunRequest request;
    private final Progress progress;
    private final InstantSource clock;
    private final Walk.Opener opener;
    private final Texts texts;

    private final Route route = Route.now();
    private final List<Iteration> iterations = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable Conditions conditions;

    /// How it ended, and why if that is not obvious.
    private record Ending(RunStatus status, Optional<Problem> problem) {
        static final Ending OK = new Ending(RunStatus.OK, Optional.empty());
        static final Ending CANCELLED = new Ending(RunStatus.CANCELLED, Optional.empty());

        /// The site is to blame for what it failed at; for wrong input and for the machine it is
        /// not.
        static Ending of(Problem problem) {
            RunStatus status =
                    switch (problem.kind()) {
                        case FAILED -> RunStatus.FAILED;
                        case USAGE, ENVIRONMENT -> RunStatus.NOT_OBSERVED;
                    };
            return new Ending(status, Optional.of(problem));
        }
    }

    Execution(RunRequest request, Progress progress, InstantSource clock, Walk.Opener opener) {
        this.request = request;
        this.progress = progress;
        this.clock = clock;
        this.opener = opener;
        texts = new Texts(request.journey(), request.inputs());
    }

    Run run() {
        UUID id = UUID.randomUUID();
        Instant asked = clock.instant();
        Ending ending;
        try (var _ = turn()) {
            return measured(id, clock.instant());
        } catch (CancellationException _) {
            ending = Ending.CANCELLED;
        } catch (ProblemException refused) {
            ending = Ending.of(refused.problem());
        }
        return ended(id, asked, Duration.ZERO, ending, List.of());
    }

    /// Browser runs wait until they are alone; HTTP runs hardly disturb anybody.
    private Turn turn() {
        return switch (request.journey().kind()) {
            case BROWSER ->
                    MeasuringTurn.take(Path.of(System.getProperty("java.io.tmpdir")), progress)
                            ::close;
            case HTTP -> () -> {};
        };
    }

    /// What is given back when the run has ended.
    private interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    private Run measured(UUID id, Instant started) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        long start = System.nanoTime();
        try (var pulse = Pulse.start(clock);
                var deadline = new Deadline(progress)) {
            deadline.start(request.limits().run());
            Ending ending = walkAll(deadline, load);
            return ended(
                    id,
                    started,
                    Duration.ofNanos(System.nanoTime() - start),
                    ending,
                    findings(pulse));
        }
    }

    private List<String> findings(Pulse pulse) {
        var findings = new ArrayList<>(pulse.findings());
        route.changedTo(Route.now()).ifPresent(findings::add);
        return findings;
    }

    private Run ended(
            UUID id, Instant started, Duration took, Ending ending, List<String> findings) {
        notes.addAll(findings);
        var made =
                conditions == null
                        ? new Conditions(
                                request.profile(),
                                request.profile(),
                                "none",
                                -1,
                                notes,
                                MachineSurvey.ofThisMachine().now("", route))
                        : new Conditions(
                                conditions.requested(),
                                conditions.applied(),
                                conditions.engine(),
                                conditions.loadAverage(),
                                concat(conditions.notes(), notes),
                                conditions.machine());
        Journey journey = request.journey();
        return keepOneFilm(
                new Run(
                        id,
                        journey.name(),
                        request.revision(),
                        ending.status(),
                        !findings.isEmpty(),
                        started,
                        took,
                        made,
                        iterations,
                        ending.problem().map(texts::mask)));
    }

    /// Of all films the one of the median iteration is kept, and that of a failed one.
    private static Run keepOneFilm(Run run) {
        List<Iteration> filmed =
                run.iterations().stream()
                        .filter(iteration -> !iteration.evidence().filmstrip().isEmpty())
                        .toList();
        int median = run.with(filmed).medianIteration().map(Iteration::number).orElse(0);
        return run.with(
                run.iterations().stream()
                        .map(iteration ->
                                iteration.number() == median || iteration.failure().isPresent()
                                        ? iteration
                                        : iteration.with(iteration.evidence().withoutFilmstrip()))
                        .toList());
    }

    private static List<String> concat(List<String> some, List<String> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private Ending walkAll(Deadline deadline, double load) {
        Walk walk = opener.open(request, texts);
        try {
            start(walk, deadline, load);
            for (int number = 1; number <= request.walks(); number++) {
                progress.report(
                        (number - 1.0) / request.walks(),
                        "iteration " + number + " of " + request.walks());
                progress.throwIfCancelled();
                Iteration iteration;
                try {
                    iteration = walk.walk(number);
                } catch (LostEngineException lost) {
                    throwIfEnded(deadline, lost);
                    notes.add("the engine was lost in iteration " + number + " and started anew");
                    LOG.info(
                            "engine lost in iteration {}, starting it anew: {}",
                            number,
                            lost.getMessage());
                    walk.close();
                    walk = opener.open(request, texts);
                    start(walk, deadline, load);
                    iteration = walk.walk(number);
                }
                iterations.add(texts.mask(iteration));
                Optional<StepResult.Failed> failure = iteration.failure();
                progress.throwIfCancelled();
                if (failure.isPresent()) {
                    trace(walk, Recording.TraceWhen.ON_FAILURE);
                    return Ending.of(failure.get().problem());
                }
            }
            trace(walk, Recording.TraceWhen.ALWAYS);
            return Ending.OK;
        } catch (CancellationException _) {
            return Ending.CANCELLED;
        } catch (ProblemException refused) {
            return Ending.of(refused.problem());
        } catch (LostEngineException lost) {
            return lost(lost, deadline);
        } finally {
            notes.addAll(walk.remarks());
            walk.close();
        }
    }

    /// Walks once more for the trace, if that is wanted now, and gives it to the last iteration. A
    /// trace that cannot be had changes nothing about the run.
    ///
    /// @param least the rarest occasion that this is
    private void trace(Walk walk, Recording.TraceWhen least) {
        if (request.recording().trace().compareTo(least) < 0) {
            return;
        }
        progress.report(Double.NaN, "recording a trace");
        try {
            walk.trace()
                    .ifPresent(trace -> {
                        Iteration last = iterations.removeLast();
                        iterations.add(last.with(last.evidence().with(trace)));
                        notes.add("the trace is of a walk of its own behind the iterations");
                    });
        } catch (LostEngineException | ProblemException none) {
            notes.add("no trace: the engine was lost while recording it");
            LOG.info("no trace: {}", none.getMessage());
        }
    }

    private void start(Walk walk, Deadline deadline, double load) {
        deadline.watch(walk);
        walk.start();
        conditions =
                new Conditions(
                        request.profile(),
                        walk.applied(),
                        walk.engine(),
                        load,
                        walk.notes(),
                        MachineSurvey.ofThisMachine()
                                .now(walk.driver(), route)
                                .withBenchmark(walk.benchmark()));
    }

    private static void throwIfEnded(Deadline deadline, LostEngineException lost) {
        if (deadline.reason().isPresent()) {
            throw lost;
        }
    }

    private Ending lost(LostEngineException lost, Deadline deadline) {
        return switch (deadline.reason().orElse(null)) {
            case null -> {
                LOG.warn("engine lost twice: {}", lost.getMessage());
                yield Ending.of(
                        Problem.environment(
                                "engine-lost",
                                "the run could not be finished",
                                "the engine died twice (" + lost.getMessage() + ")",
                                "run it again; if it happens again, see what ended it: memory, a"
                                        + " crash, another program"));
            }
            case CANCELLED -> Ending.CANCELLED;
            case TIME_IS_UP -> timeIsUp(lost);
        };
    }

    private Ending timeIsUp(LostEngineException lost) {
        var steps = new ArrayList<>(lost.steps());
        String limit = "the run's limit of " + request.limits().run().toSeconds() + " s was over";
        if (!lost.during().isEmpty()) {
            Problem problem =
                    Problem.failed(
                            "run-deadline",
                            "step \"" + lost.during() + "\" was ended by force",
                            limit
                                    + " while it was under way for "
                                    + lost.underWay().toSeconds()
                                    + " s",
                            "look whether the page hangs; if it is only slow, give the run more time");
            steps.add(new StepResult.Failed(lost.during(), lost.underWay(), problem, null));
        }
        var iteration =
                new Iteration(iterations.size() + 1, steps, List.of(), List.of(), Optional.empty());
        Optional<StepResult.Failed> failure = iteration.failure();
        if (failure.isPresent()) {
            iterations.add(texts.mask(iteration));
            return Ending.of(failure.get().problem());
        }
        return Ending.of(
                Problem.environment(
                        "run-deadline",
                        "the run was ended by force",
                        limit + " outside any step",
                        "give the run more time or fewer iterations"));
    }
}
