package dev.parallax.cli;

import dev.parallax.compare.AggregateComparison;
import dev.parallax.compare.Baseline;
import dev.parallax.compare.Comparison;
import dev.parallax.compare.Differences;
import dev.parallax.compare.FieldSide;
import dev.parallax.compare.QuantileEstimate;
import dev.parallax.compare.Question;
import dev.parallax.metric.Metric;
import dev.parallax.service.ComparePages;
import dev.parallax.service.KeepComparisons;
import dev.parallax.service.ReportComparisons;
import dev.parallax.statistics.ShiftFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parallax compare`
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description =
                "Says where the lab stands among real users, in one sentence with its numbers.",
        footer = {
            "",
            "Lab against lab: `parallax compare runs --help`.",
            "Field against field: `parallax compare users --help`.",
            "Saved comparisons: `parallax compare saved --help`."
        })
public final class CompareCommand implements Callable<Integer> {
    /// What a comparison asks.
    ///
    /// @param pages answers it
    /// @param kept keeps it
    /// @param reports writes the answer
    public record UseCases(ComparePages pages, KeepComparisons kept, ReportComparisons reports) {}

    private final InWorkspace<UseCases> comparisons;
    private final Output output;

    @Option(
            names = "--dataset",
            paramLabel = "D",
            required = true,
            description = "The data set's name.")
    @SuppressWarnings("NullAway.Init") // a required option
    private String dataset;

    @Option(
            names = "--metric",
            paramLabel = "M",
            required = true,
            converter = MetricConverter.class,
            description = "ttfb, fcp, lcp, cls, inp, dcl or load.")
    @SuppressWarnings("NullAway.Init") // a required option
    private Metric metric;

    @Mixin private final LabPageOptions page = new LabPageOptions();
    @Mixin private final BaselineOptions runs = new BaselineOptions();
    @Mixin private final SegmentOptions segment = new SegmentOptions();
    @Mixin private final ReportOption report = new ReportOption();
    @Mixin private final SaveOption save = new SaveOption();
    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public CompareCommand(InWorkspace<UseCases> comparisons, Output output) {
        this.comparisons = comparisons;
        this.output = output;
    }

    @Override
    public Integer call() {
        return comparisons.call(workspace.file(), this::answer);
    }

    private Integer answer(UseCases useCases) {
        ComparePages use = useCases.pages();
        Baseline now = runs.narrow(page.baseline(use));
        var question =
                new Question(
                        runs.numbers().isPresent()
                                ? use.withNumbers(now, metric, runs.numbers().getAsInt())
                                : now,
                        dataset,
                        segment.segment(),
                        metric);
        return save.answered(
                useCases.kept(),
                question,
                () -> {
                    use.compareAggregates(question)
                            .ifPresentOrElse(
                                    answer -> say(answer, useCases.reports()),
                                    () -> say(question, useCases));
                    return ExitCode.OK;
                });
    }

    private void say(AggregateComparison answer, ReportComparisons reports) {
        report.file().ifPresent(file -> reports.write(answer, file));
        if (json.wanted()) {
            output.json(AggregateComparisonJson.of(answer));
        } else {
            output.line(answer.sentence());
            output.line(answer.next());
            answer.field().ifPresent(field -> AggregateAnswerText.write(field, metric, output));
        }
    }

    private void say(Question question, UseCases use) {
        Comparison made = use.pages().compare(question);
        Differences differences = use.pages().differences(question);
        report.file().ifPresent(file -> use.reports().write(question, made, differences, file));
        if (json.wanted()) {
            output.json(ComparisonJson.of(made, differences));
        } else {
            output.line(made.sentence());
            output.line(made.next());
            output.line("");
            table(made);
            differences(differences.matched());
            made.notes().forEach(note -> output.line(note.text()));
        }
    }

    /// For whom the lab is off, and by how much it is as a whole.
    private void differences(Differences.Side differences) {
        List<List<String>> rows = new ArrayList<>();
        for (ShiftFunction.Decile decile : differences.shift()) {
            if (decile instanceof ShiftFunction.Decile.Known(var percentile, var shift, var band)) {
                rows.add(
                        List.of(
                                "P" + percentile,
                                MetricText.signed(metric, shift),
                                "%s to %s"
                                        .formatted(
                                                MetricText.signed(metric, band.low()),
                                                MetricText.signed(metric, band.high()))));
            }
        }
        if (!rows.isEmpty()) {
            output.line("");
            output.table(
                    List.of("matched users", "#lab - field", "#95 % band of all together"), rows);
        }
        differences
                .distance()
                .ifPresent(distance -> {
                    output.line("");
                    output.line(
                            "Wasserstein distance %s (%.2f interquartile ranges of the field); largest gap %.0f %% of users, at %s."
                                    .formatted(
                                            MetricText.withUnit(metric, distance.wasserstein()),
                                            distance.overSpread(),
                                            100 * distance.kolmogorovSmirnov(),
                                            MetricText.withUnit(metric, distance.at())));
                });
    }

    private void table(Comparison comparison) {
        List<List<String>> rows = new ArrayList<>();
        if (!comparison.matched().segment().equals(comparison.all().segment())) {
            rows.add(row("matched users", comparison.matched()));
        }
        rows.add(row("all users", comparison.all()));
        output.table(
                List.of(
                        MetricText.header(metric),
                        "#views",
                        "#placement",
                        "#p50",
                        "#p75",
                        "#p90",
                        "#p95"),
                rows);
    }

    private List<String> row(String name, FieldSide side) {
        List<String> row = new ArrayList<>();
        row.add(name);
        row.add(String.format("%,d", side.measured()));
        row.add(
                side.placement()
                        .map(placement ->
                                "P%.0f [%.0f, %.0f]"
                                        .formatted(
                                                placement.value(),
                                                placement.interval().low(),
                                                placement.interval().high()))
                        .orElse("–"));
        for (int percentile : List.of(50, 75, 90, 95)) {
            row.add(
                    side.known(percentile)
                            .map(QuantileEstimate.Known::value)
                            .map(value -> MetricText.number(metric, value))
                            .orElse("–"));
        }
        return row;
    }
}
