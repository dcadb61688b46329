package dev.parallax.ui.compare;

import dev.parallax.compare.FieldPair;
import dev.parallax.compare.FieldPairComparer;
import dev.parallax.compare.LabPair;
import dev.parallax.compare.LabPairComparer;
import dev.parallax.compare.LabSample;
import dev.parallax.compare.RunsQuestion;
import dev.parallax.compare.UsersQuestion;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.report.HtmlReport;
import dev.parallax.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Real comparisons of made-up runs, and of the made-up page views of the compare screen.
public final class PaperPairs implements PairUseCases {
    final List<RunsQuestion> askedOfRuns = new ArrayList<>();
    private final CompareUseCases lists;

    public PaperPairs(CompareUseCases lists) {
        this.lists = lists;
    }

    @Override
    public LabPair compare(RunsQuestion question) {
        askedOfRuns.add(question);
        return LabPairComparer.compare(
                "revision 1",
                "revision 2",
                question.metrics().stream()
                        .filter(metric -> metric != Metric.INP)
                        .map(metric -> {
                            LabSample before = sample(question, metric, 1);
                            return new LabPairComparer.Sides(
                                    before, sample(question, metric, 1.15), before.values());
                        })
                        .toList());
    }

    private static LabSample sample(RunsQuestion question, Metric metric, double factor) {
        double median =
                switch (metric) {
                    case CLS -> 0.08;
                    case TTFB -> 240;
                    default -> 1900;
                };
        var random = new SplittableRandom((long) (100 * factor));
        double slower = metric == Metric.TTFB ? 1 : factor;
        return new LabSample(
                question.after().journey(),
                question.after().page(),
                new PageTemplate("/" + question.after().page()),
                question.after().profile(),
                metric,
                random.doubles(16, 0.93, 1.07).map(part -> part * median * slower).boxed().toList(),
                0);
    }

    @Override
    public FieldPair compare(UsersQuestion question) {
        return FieldPairComparer.compare(
                part(question.before()), part(question.after()), question.metric());
    }

    private FieldPairComparer.Part part(UsersQuestion.Side side) {
        return new FieldPairComparer.Part(
                side.segment().toString(), lists.open(side.dataset()), side.segment());
    }

    @Override
    public void report(LabPair pair, Path file) {
        write(new Report.TwoRuns(pair), file);
    }

    @Override
    public void report(FieldPair pair, Path file) {
        write(new Report.TwoUsers(pair), file);
    }

    private void write(Report.Section section, Path file) {
        HtmlReport.write(new Report("Report", lists.now(), List.of(), List.of(section)), file);
    }
}
