package dev.parallax.cli;

import dev.parallax.compare.LabPair;
import dev.parallax.compare.RunsQuestion;
import dev.parallax.metric.Metric;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.rum.Segment;
import dev.parallax.rum.TimeWindow;
import dev.parallax.service.ComparePages;
import dev.parallax.service.CompareRuns;
import dev.parallax.service.KeepComparisons;
import dev.parallax.service.ReportComparisons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parallax compare runs`
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = {
            "Sets two sets of synthetic runs of one page against each other: before and after a change.",
            "",
            "A difference is called faster or slower only if it is certain (Mann-Whitney, corrected for"
                    + " all metrics asked at once), large enough to count (5 %% and 50 ms; 0.02 of CLS)"
                    + " and larger than this machine's own noise. Run 12 to 20 iterations a side."
        },
        footer = {
            "",
            "Which runs: two revisions (default: the newest two that were run), the newest N values"
                    + " against the N before, or two stretches of time:",
            "  parallax compare runs --journey Checkout --revisions 3,4",
            "  parallax compare runs --journey Checkout --newest 20 --metric lcp",
            "  parallax compare runs --journey Checkout --before 2026-11-01..2026-11-08 --after"
                    + " 2026-11-08..2026-11-15"
        })
public final class CompareRunsCommand implements Callable<Integer> {
    /// What a comparison of runs asks.
    ///
    /// @param pages finds the page
    /// @param runs answers
    /// @param kept keeps the question
    /// @param reports writes the answer
    public record UseCases(
            ComparePages pages,
            CompareRuns runs,
            KeepComparisons kept,
            ReportComparisons reports) {}

    private final InWorkspace<UseCases> comparisons;
    private final Output output;

    @Option(
            names = "--profile-before",
            paramLabel = "P",
            description =
                    "The profile of the base, if it is another; the verdict then says that the conditions"
                            + " differ.")
    private @Nullable String profileBefore;

    @Option(
            names = "--metric",
            paramLabel = "M",
            converter = MetricConverter.class,
            description =
                    "ttfb, fcp, lcp, cls, inp, dcl or load; may be repeated. Default: all that were"
                            + " measured, LCP first.")
    private List<Metric> metrics = new ArrayList<>();

    @Option(
            names = "--revisions",
            paramLabel = "A,B",
            split = ",",
            description = "Two revisions of the journey, the base first.")
    private List<Integer> revisions = new ArrayList<>();

    @Option(
            names = "--newest",
            paramLabel = "N",
            description = "The newest N values against the N before them.")
    private @Nullable Integer newest;

    @Option(
            names = "--before",
            paramLabel = "FROM..TO",
            description =
                    "The base: runs that started in this stretch, such as 2026-11-01..2026-11-08 (midnight"
                            + " UTC).")
    private @Nullable String before;

    @Option(
            names = "--after",
            paramLabel = "FROM..TO",
            description = "Runs that started in this stretch are set against the base.")
    private @Nullable String after;

    @Mixin private final LabPageOptions page = new LabPageOptions();
    @Mixin private final ReportOption report = new ReportOption();
    @Mixin private final SaveOption save = new SaveOption();
    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public CompareRunsCommand(InWorkspace<UseCases> comparisons, Output output) {
        this.comparisons = comparisons;
        this.output = output;
    }

    @Override
    public Integer call() {
        RunsQuestion.Sides sides = sides();
        LabPair pair = comparisons.call(workspace.file(), use -> answer(use, sides));
        if (json.wanted()) {
            output.json(LabPairJson.of(pair));
        } else {
            text(pair);
        }
        return ExitCode.OK;
    }

    private LabPair answer(UseCases use, RunsQuestion.Sides sides) {
        var question =
                new RunsQuestion(
                        page.baseline(use.pages()),
                        Optional.ofNullable(profileBefore).orElse(page.profile()),
                        sides,
                        metrics);
        return save.answered(
                use.kept(),
                question,
                () -> {
                    LabPair pair = use.runs().compare(question);
                    report.file().ifPresent(file -> use.reports().write(pair, file));
                    return pair;
                });
    }

    private RunsQuestion.Sides sides() {
        List<RunsQuestion.Sides> named = new ArrayList<>();
        if (!revisions.isEmpty()) {
            if (revisions.size() != 2) {
                throw refused("--revisions needs two numbers, such as 3,4");
            }
            named.add(new RunsQuestion.Sides.Revisions(revisions.getFirst(), revisions.getLast()));
        }
        Optional.ofNullable(newest).map(RunsQuestion.Sides.Newest::new).ifPresent(named::add);
        if (before != null || after != null) {
            if (before == null || after == null) {
                throw refused("--before and --after belong together");
            }
            named.add(new RunsQuestion.Sides.Windows(window(before), window(after)));
        }
        if (named.size() > 1) {
            throw refused("--revisions, --newest and --before with --after exclude one another");
        }
        return named.isEmpty() ? new RunsQuestion.Sides.NewestRevisions() : named.getFirst();
    }

    private static TimeWindow window(String text) {
        int dots = text.indexOf("..");
        if (dots < 1 || dots + 2 == text.length()) {
            throw refused("\"" + text + "\" is no stretch of time");
        }
        return Optional.ofNullable(
                        Segment.parse(
                                        List.of(
                                                "from=" + text.substring(0, dots),
                                                "to=" + text.substring(dots + 2)))
                                .window())
                .orElseThrow();
    }

    private static ProblemException refused(String why) {
        return new ProblemException(
                Problem.usage(
                        "runs-unclear",
                        "cannot tell which runs to compare",
                        why,
                        "`parallax compare runs --help` has an example of each"));
    }

    private void text(LabPair pair) {
        output.line(pair.first().sentence());
        output.line(pair.first().next());
        output.line("");
        List<List<String>> rows = new ArrayList<>();
        for (LabPair.InMetric found : pair.differences()) {
            rows.add(row(found));
        }
        output.table(
                List.of(
                        "metric",
                        "#" + pair.before(),
                        "#" + pair.after(),
                        "#shift",
                        "#95 % interval",
                        "#delta",
                        "#p (Holm)",
                        "#noise",
                        "verdict"),
                rows);
    }

    private static List<String> row(LabPair.InMetric found) {
        Metric metric = found.metric();
        List<String> row = new ArrayList<>();
        row.add(MetricText.header(metric));
        row.add(
                side(
                        found.measured().map(LabPair.Measured::before),
                        found.before().values().size(),
                        metric));
        row.add(
                side(
                        found.measured().map(LabPair.Measured::after),
                        found.after().values().size(),
                        metric));
        if (found.measured().isPresent()) {
            LabPair.Measured measured = found.measured().get();
            row.add(MetricText.signed(metric, measured.shift().shift()));
            row.add(
                    MetricText.signed(metric, measured.shift().interval().low())
                            + " to "
                            + MetricText.signed(metric, measured.shift().interval().high()));
            row.add("%.2f".formatted(measured.delta().value()));
            row.add(
                    measured.adjusted() < 0.0001
                            ? "<0.0001"
                            : "%.4f".formatted(measured.adjusted()));
        } else {
            row.addAll(List.of("–", "–", "–", "–"));
        }
        row.add(
                found.noiseFloor().isPresent()
                        ? MetricText.number(metric, found.noiseFloor().getAsDouble())
                        : "–");
        row.add(found.verdict().key());
        return row;
    }

    private static String side(Optional<Double> median, int values, Metric metric) {
        return median.map(value -> MetricText.number(metric, value)).orElse("–")
                + " ("
                + values
                + ")";
    }
}
