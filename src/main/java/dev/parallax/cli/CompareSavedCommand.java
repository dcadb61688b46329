package dev.parallax.cli;

import dev.parallax.compare.Baseline;
import dev.parallax.compare.ComparisonQuestion;
import dev.parallax.compare.Question;
import dev.parallax.compare.Reanswered;
import dev.parallax.compare.RunsQuestion;
import dev.parallax.compare.SavedComparison;
import dev.parallax.compare.UsersQuestion;
import dev.parallax.metric.Metric;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.service.KeepComparisons;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parallax compare saved`
@Command(
        name = "saved",
        mixinStandardHelpOptions = true,
        description = {
            "Answers the saved comparisons anew, with the runs and page views there are now, and says"
                    + " which come to another verdict than the last time.",
            "",
            "Save one with `--save NAME` of `compare`, `compare runs` or `compare users`, or in the"
                    + " window."
        })
public final class CompareSavedCommand implements Callable<Integer> {
    private final InWorkspace<KeepComparisons> comparisons;
    private final Output output;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "Only this one; default: all of them.")
    private @Nullable String name;

    @Option(names = "--forget", description = "Forget it instead; its runs and page views stay.")
    private boolean forget;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public CompareSavedCommand(InWorkspace<KeepComparisons> comparisons, Output output) {
        this.comparisons = comparisons;
        this.output = output;
    }

    @Override
    public Integer call() {
        return comparisons.call(workspace.file(), forget ? this::forget : this::answer);
    }

    private Integer forget(KeepComparisons use) {
        if (name == null) {
            throw new ProblemException(
                    Problem.usage(
                            "forget-without-name",
                            "cannot forget",
                            "--forget needs the name of a saved comparison",
                            "list them with `parallax compare saved`"));
        }
        use.remove(name);
        output.line("Forgot \"" + name + "\".");
        return ExitCode.OK;
    }

    private Integer answer(KeepComparisons use) {
        List<String> names =
                name == null
                        ? use.list().stream().map(SavedComparison::name).toList()
                        : List.of(name);
        List<Reanswered> answers = names.stream().map(use::answer).toList();
        if (json.wanted()) {
            output.json(
                    Map.of(
                            "comparisons",
                            answers.stream().map(CompareSavedCommand::json).toList()));
        } else if (answers.isEmpty()) {
            output.line(
                    "No comparison is saved yet. Save one with `parallax compare … --save NAME`.");
        } else {
            answers.forEach(this::say);
        }
        return ExitCode.OK;
    }

    private void say(Reanswered answer) {
        String before =
                answer.isChanged()
                        ? " (was " + answer.saved().judged().orElseThrow().verdict() + ")"
                        : "";
        output.line(answer.saved().name() + before);
        answer.now().ifPresent(now -> output.line("  " + now.sentence()));
        answer.trouble()
                .ifPresent(trouble ->
                        output.line("  no answer: " + trouble.what() + ", " + trouble.why()));
    }

    private static JsonObject json(Reanswered answer) {
        return asked(
                        JsonObject.of("name", answer.saved().name())
                                .with("kind", answer.saved().question().kind()),
                        answer.saved().question())
                .with("verdict", answer.now().map(SavedComparison.Judged::verdict).orElse(null))
                .with("text", answer.now().map(SavedComparison.Judged::sentence).orElse(null))
                .with(
                        "before",
                        answer.saved().judged().map(SavedComparison.Judged::verdict).orElse(null))
                .with("changed", answer.isChanged())
                .with("problem", answer.trouble().map(Problem::code).orElse(null));
    }

    /// What it is about; what its kind does not ask is null.
    private static JsonObject asked(JsonObject json, ComparisonQuestion asked) {
        return switch (asked) {
            case Question(var lab, var dataset, _, var metric) ->
                    asked(json, lab, dataset, metric).with("datasetAfter", null);
            case RunsQuestion question ->
                    asked(json, question.after(), null, question.headline())
                            .with("datasetAfter", null);
            case UsersQuestion(var one, var other, var metric) ->
                    asked(json, null, one.dataset(), metric).with("datasetAfter", other.dataset());
        };
    }

    private static JsonObject asked(
            JsonObject json, @Nullable Baseline lab, @Nullable String dataset, Metric metric) {
        return json.with("journey", lab == null ? null : lab.journey())
                .with("page", lab == null ? null : lab.page())
                .with("dataset", dataset)
                .with("metric", metric.key());
    }
}
