package dev.parallax.service;

import dev.parallax.compare.Comparison;
import dev.parallax.compare.Question;
import dev.parallax.demo.SampleExport;
import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.metric.Metric;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.Segment;
import dev.parallax.schedule.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Use case: plays the whole story on the bundled shop in one workspace: runs its journeys, imports
/// its simulated RUM export, compares lab and field.
public final class PlayDemo {
    /// The end of the thirty days the sample spans; fixed, so that the sample is made only once.
    private static final Instant SAMPLE_END = Instant.parse("2026-11-01T00:00:00Z");

    private static final String DATASET = "Saltmarsh (simulated)";

    /// Iterations a round, the fewest a verdict needs; each round starts a browser, which takes a
    /// second.
    private static final int ROUND = 6;

    /// The shares of the whole at which the runs begin and end, for the estimate.
    private static final double RUNS_BEGIN = 0.06;

    private static final double RUNS_END = 0.94;

    private static final String PROFILE = Profile.DESKTOP.id();

    private final ManageJourneys journeys;
    private final RunJourney runs;
    private final ScheduleChecks checks;
    private final ImportPageViews imports;
    private final ReportComparisons reports;
    private final ComparePages comparisons;
    private final Path cacheFolder;

    /// @param cacheFolder where the sample export is kept once it is made
    public PlayDemo(
            ManageJourneys journeys,
            RunJourney runs,
            ScheduleChecks checks,
            ImportPageViews imports,
            ReportComparisons reports,
            Path cacheFolder) {
        this.journeys = journeys;
        this.runs = runs;
        this.checks = checks;
        this.imports = imports;
        this.reports = reports;
        this.comparisons = reports.comparisons();
        this.cacheFolder = cacheFolder;
    }

    /// What the demo made.
    ///
    /// @param runs of the browser journey and the HTTP journey
    /// @param dataset the simulated page views
    /// @param answers in the order of the report
    public record Story(List<Run> runs, Dataset dataset, List<Answer> answers) {

        /// The answers alone.
        public List<Comparison> comparisons() {
            return answers.stream().map(Answer::comparison).toList();
        }
    }

    /// A question and what it came to.
    public record Answer(Question question, Comparison comparison) {}

    /// Plays the story in the workspace, which should be new.
    ///
    /// @param iterations of each journey, at least 6, the fewest a verdict needs
    /// @throws ProblemException if the machine lacks something, such as a browser
    /// @throws CancellationException if it was cancelled: half a story is none
    public Story play(int iterations, Progress progress) {
        if (iterations < 6) {
            throw new ProblemException(
                    Problem.usage(
                            "demo-too-few-iterations",
                            "cannot play the demo with " + iterations + " iterations",
                            "a verdict needs at least 6 runs",
                            "leave --iterations out, or choose 6 or more"));
        }
        journeys.save(DemoJourneys.browser());
        journeys.save(DemoJourneys.http());
        Dataset dataset =
                imports.importFiles(
                                ImportPageViews.Order.of(List.of(sample(progress)), DATASET)
                                        .with(DemoMapping.file(cacheFolder)),
                                progress.part(0, RUNS_BEGIN, "real users"))
                        .dataset();
        List<Run> made = runBoth(iterations, progress);
        progress.throwIfCancelled();
        pausedCheck(DemoJourneys.browser().name(), "10m");
        pausedCheck(DemoJourneys.http().name(), "1m");
        progress.report(RUNS_END, "comparing lab and field");
        return new Story(made, dataset, compare());
    }

    /// Writes the story as a report.
    ///
    /// @throws ProblemException if the file cannot be written
    public void report(Story story, Path file) {
        reports.write(
                "Saltmarsh: where the lab stands among real users",
                List.of(
                        "The lab: the bundled demo shop on this machine, walked by a real browser"
                                + " on an unshaped network.",
                        "The field: "
                                + story.dataset().pageViews()
                                + " simulated page views from a seeded model, no real people."),
                story.answers().stream()
                        .map(answer ->
                                reports.section(
                                        answer.question(),
                                        answer.comparison(),
                                        comparisons.differences(answer.question())))
                        .toList(),
                file);
    }

    /// Paused, so that a demo never keeps a machine busy on its own.
    private void pausedCheck(String journey, String interval) {
        checks.addPaused(
                new ScheduleChecks.Order(journey, journey, PROFILE, Schedule.every(interval)));
    }

    /// HTTP runs go beside browser runs: they hardly need the processor.
    private List<Run> runBoth(int iterations, Progress progress) {
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Run>> http =
                    beside.submit(
                            () -> rounds(DemoJourneys.http().name(), iterations, progress.quiet()));
            List<Run> made =
                    new ArrayList<>(rounds(DemoJourneys.browser().name(), iterations, progress));
            made.addAll(result(http));
            return made;
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /// Runs a journey in rounds, so that a moment in which the machine was starved costs one round
    /// and not the demo. One round is enough for a verdict: only when all are tainted more are
    /// made, up to as many again.
    private List<Run> rounds(String journey, int iterations, Progress progress) {
        int planned = (iterations + ROUND - 1) / ROUND;
        List<Run> made = new ArrayList<>();
        while (made.size() < planned || (isStarved(made) && made.size() < 2 * planned)) {
            int next = made.size() + 1;
            int rounds = Math.max(planned, next);
            Progress round =
                    progress.part(
                            share((next - 1.0) / rounds),
                            share((double) next / rounds),
                            "%s, round %d of %d".formatted(journey, next, rounds));
            Run run = runs.run(new RunJourney.Order(journey, PROFILE, ROUND, Map.of()), round);
            made.add(run);
            if (run.status() != RunStatus.OK) {
                return made;
            }
        }
        return made;
    }

    private static double share(double ofRuns) {
        return RUNS_BEGIN + (RUNS_END - RUNS_BEGIN) * ofRuns;
    }

    private static boolean isStarved(List<Run> made) {
        return made.stream().allMatch(Run::tainted);
    }

    private List<Answer> compare() {
        List<Answer> made = new ArrayList<>();
        for (String page : DemoJourneys.browser().pages()) {
            made.add(compare(page, Metric.LCP));
        }
        made.add(compare("home", Metric.TTFB));
        made.add(compare("product", Metric.INP));
        return made;
    }

    private Answer compare(String page, Metric metric) {
        var question =
                new Question(
                        comparisons.baseline(
                                DemoJourneys.browser().name(), Optional.of(page), PROFILE),
                        DATASET,
                        Segment.ALL,
                        metric);
        return new Answer(question, comparisons.compare(question));
    }

    private Path sample(Progress progress) {
        Path file = cacheFolder.resolve("saltmarsh-" + SampleExport.DEFAULT_VIEWS + ".csv");
        if (Files.exists(file)) {
            return file;
        }
        progress.report(Double.NaN, "making the simulated RUM export");
        try {
            Files.createDirectories(cacheFolder);
            SampleExport.standard(SAMPLE_END).writeCsv(file);
            return file;
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.environment(
                            "demo-sample-not-written",
                            "cannot write the simulated RUM export " + file,
                            failed.toString(),
                            "make room or make the folder writable"),
                    failed);
        }
    }
}
