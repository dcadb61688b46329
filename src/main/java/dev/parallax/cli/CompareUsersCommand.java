package dev.parallax.cli;

import dev.parallax.compare.FieldPair;
import dev.parallax.compare.QuantileEstimate;
import dev.parallax.compare.UsersQuestion;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.rum.Segment;
import dev.parallax.service.CompareUsers;
import dev.parallax.service.KeepComparisons;
import dev.parallax.service.ReportComparisons;
import dev.parallax.statistics.Interval;
import dev.parallax.statistics.ShiftFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parallax compare users`
@Command(
        name = "users",
        mixinStandardHelpOptions = true,
        description = {
            "Sets two parts of the field against each other: two segments, releases, stretches of time or"
                    + " data sets.",
            "",
            "Judged by p75: better or worse only if the whole 95 %% interval of the difference lies on"
                    + " one side of 0 and the difference is large enough to count (5 %% and 50 ms; 0.02 of"
                    + " CLS)."
        },
        footer = {
            "",
            "What --page and --where say holds for both sides, --before and --after for one:",
            "  parallax compare users --dataset shop --metric lcp --before release=1.4 --after release=1.5",
            "  parallax compare users --dataset shop --metric inp --where device=mobile --before"
                    + " country=DE --after country=FR",
            "  parallax compare users --dataset october --after-dataset november --metric lcp --page"
                    + " /checkout"
        })
public final class CompareUsersCommand implements Callable<Integer> {
    /// What a comparison of users asks.
    ///
    /// @param users answers
    /// @param kept keeps the question
    /// @param reports writes the answer
    public record UseCases(CompareUsers users, KeepComparisons kept, ReportComparisons reports) {}

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
            names = "--after-dataset",
            paramLabel = "D",
            description = "The data set that is set against it; default: the same.")
    private @Nullable String afterDataset;

    @Option(
            names = "--metric",
            paramLabel = "M",
            required = true,
            converter = MetricConverter.class,
            description = "ttfb, fcp, lcp, cls, inp, dcl or load.")
    @SuppressWarnings("NullAway.Init") // a required option
    private Metric metric;

    @Option(
            names = "--page",
            paramLabel = "T",
            description = "Only this page; a URL, a path or a template such as /product/:id.")
    private @Nullable String page;

    @Option(
            names = "--where",
            paramLabel = "KEY=VALUE",
            description = "Only page views with this value, on both sides; may be repeated.")
    private List<String> where = new ArrayList<>();

    @Option(
            names = "--before",
            paramLabel = "KEY=VALUE",
            description = "The base: only page views with this value; may be repeated.")
    private List<String> before = new ArrayList<>();

    @Option(
            names = "--after",
            paramLabel = "KEY=VALUE",
            description =
                    "Page views with this value are set against the base; may be repeated. from= and to="
                            + " cut time.")
    private List<String> after = new ArrayList<>();

    @Mixin private final ReportOption report = new ReportOption();
    @Mixin private final SaveOption save = new SaveOption();
    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public CompareUsersCommand(InWorkspace<UseCases> comparisons, Output output) {
        this.comparisons = comparisons;
        this.output = output;
    }

    @Override
    public Integer call() {
        var question =
                new UsersQuestion(
                        new UsersQuestion.Side(dataset, segment(before)),
                        new UsersQuestion.Side(
                                Optional.ofNullable(afterDataset).orElse(dataset), segment(after)),
                        metric);
        FieldPair pair = comparisons.call(workspace.file(), use -> answer(use, question));
        if (json.wanted()) {
            output.json(FieldPairJson.of(pair));
        } else {
            text(pair);
        }
        return ExitCode.OK;
    }

    private FieldPair answer(UseCases use, UsersQuestion question) {
        return save.answered(
                use.kept(),
                question,
                () -> {
                    FieldPair pair = use.users().compare(question);
                    report.file().ifPresent(file -> use.reports().write(pair, file));
                    return pair;
                });
    }

    private Segment segment(List<String> own) {
        Segment segment = Segment.parse(Stream.concat(where.stream(), own.stream()).toList());
        return page == null ? segment : segment.withPage(PageTemplate.of(page));
    }

    private void text(FieldPair pair) {
        output.line(pair.sentence());
        output.line(pair.next());
        output.line("");
        output.table(
                List.of(MetricText.header(metric), "#views", "#p50", "#p75", "#p90", "#p95"),
                List.of(side(pair.before()), side(pair.after())));
        List<List<String>> rows = new ArrayList<>();
        for (FieldPair.AtPercentile at : pair.quantiles()) {
            rows.add(
                    List.of(
                            "p" + at.percentile(),
                            MetricText.signed(metric, at.difference().value()),
                            range(at.difference().interval())));
        }
        for (FieldPair.InClass share : pair.shares()) {
            Interval interval = share.difference().interval();
            rows.add(
                    List.of(
                            share.share().key() + ", points",
                            "%+.1f".formatted(100 * share.difference().value()),
                            "%+.1f to %+.1f"
                                    .formatted(100 * interval.low(), 100 * interval.high())));
        }
        table("difference", "#95 % interval", rows);
        rows = new ArrayList<>();
        for (ShiftFunction.Decile decile : pair.deciles()) {
            if (decile instanceof ShiftFunction.Decile.Known(var percentile, var shift, var band)) {
                rows.add(List.of("P" + percentile, MetricText.signed(metric, shift), range(band)));
            }
        }
        table("along the distribution", "#95 % band of all together", rows);
        pair.distance()
                .ifPresent(distance -> {
                    output.line("");
                    output.line(
                            "Wasserstein distance %s (%.2f interquartile ranges of the base); largest gap %.0f %% of users, at %s."
                                    .formatted(
                                            MetricText.withUnit(metric, distance.wasserstein()),
                                            distance.overSpread(),
                                            100 * distance.kolmogorovSmirnov(),
                                            MetricText.withUnit(metric, distance.at())));
                });
    }

    private void table(String name, String interval, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            output.line("");
            output.table(List.of(name, "#after - before", interval), rows);
        }
    }

    private String range(Interval interval) {
        return MetricText.signed(metric, interval.low())
                + " to "
                + MetricText.signed(metric, interval.high());
    }

    private List<String> side(FieldPair.Side side) {
        List<String> row = new ArrayList<>();
        row.add(side.name());
        row.add(String.format("%,d", side.measured()));
        for (QuantileEstimate quantile : side.quantiles()) {
            row.add(
                    switch (quantile) {
                        case QuantileEstimate.Known(_, var value, _) ->
                                MetricText.number(metric, value);
                        case QuantileEstimate.TooFew _ -> "–";
                    });
        }
        return row;
    }
}
