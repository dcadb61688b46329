package dev.parallax.cli;

import dev.parallax.rum.QuarantineReason;
import dev.parallax.rum.QuarantinedLine;
import dev.parallax.rum.QuarantinedValues;
import dev.parallax.service.ManageDatasets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parallax rum quarantine NAME`
@Command(
        name = "quarantine",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the values that count as missing because they cannot be true.",
            "With --restore it puts those of one reason back."
        })
public final class RumQuarantine implements Callable<Integer> {
    private final InWorkspace<ManageDatasets> datasets;
    private final Output output;

    @Parameters(paramLabel = "NAME", description = "The data set's name.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String name;

    @Option(
            names = "--restore",
            paramLabel = "REASON",
            converter = ReasonConverter.class,
            description = "Put back what a page view can have: from 0 to the largest that fits.")
    private @Nullable QuarantineReason restored;

    @Option(
            names = "--lines",
            paramLabel = "ID",
            description = "Show the lines kept of this import instead.")
    private @Nullable Long linesOf;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public RumQuarantine(InWorkspace<ManageDatasets> datasets, Output output) {
        this.datasets = datasets;
        this.output = output;
    }

    /// Reads a reason.
    static final class ReasonConverter implements ITypeConverter<QuarantineReason> {
        @Override
        public QuarantineReason convert(String text) {
            return QuarantineReason.byKey(text)
                    .orElseThrow(() ->
                            new CommandLine.TypeConversionException(
                                    "\"" + text + "\" is no reason; use one of " + keys()));
        }

        private static String keys() {
            return QuarantineReason.all().stream()
                    .map(QuarantineReason::key)
                    .collect(Collectors.joining(", "));
        }
    }

    private record Answer(Optional<Long> restored, List<QuarantinedValues> values) {}

    @Override
    public Integer call() {
        if (linesOf != null) {
            long importId = linesOf;
            lines(datasets.call(workspace.file(), use -> use.quarantinedLines(name, importId)));
            return ExitCode.OK;
        }
        Optional<QuarantineReason> wanted = Optional.ofNullable(restored);
        Answer answer =
                datasets.call(
                        workspace.file(),
                        use ->
                                new Answer(
                                        wanted.map(reason -> use.restore(name, reason)),
                                        use.quarantine(name)));
        if (json.wanted()) {
            output.json(
                    JsonObject.of("dataset", name)
                            .with("restored", answer.restored.orElse(0L))
                            .with(
                                    "values",
                                    answer.values.stream().map(RumQuarantine::json).toList()));
        } else {
            print(answer);
        }
        return ExitCode.OK;
    }

    private void print(Answer answer) {
        answer.restored.ifPresent(count -> output.line("Restored %,d values.".formatted(count)));
        if (answer.values.isEmpty()) {
            output.line("No value of \"" + name + "\" is in quarantine.");
        } else {
            output.table(
                    List.of("#import", "metric", "reason", "#values", "#restorable", ""),
                    answer.values.stream().map(RumQuarantine::row).toList());
        }
    }

    private static List<String> row(QuarantinedValues values) {
        return List.of(
                Long.toString(values.importId()),
                values.metric().shortName(),
                values.reason().key(),
                String.format("%,d", values.count()),
                String.format("%,d", values.restorable()),
                values.reason().label());
    }

    private static JsonObject json(QuarantinedValues values) {
        return JsonObject.of("import", values.importId())
                .with("metric", values.metric().key())
                .with("reason", values.reason().key())
                .with("count", values.count())
                .with("restorable", values.restorable());
    }

    private void lines(List<QuarantinedLine> lines) {
        if (json.wanted()) {
            output.json(
                    Map.of(
                            "lines",
                            lines.stream()
                                    .map(line ->
                                            JsonObject.of("reason", line.reason())
                                                    .with("file", line.file())
                                                    .with("line", line.line())
                                                    .with("text", line.text()))
                                    .toList()));
        } else if (lines.isEmpty()) {
            output.line("No line was kept.");
        } else {
            output.table(
                    List.of("file", "#line", "reason", "text"),
                    lines.stream()
                            .map(line ->
                                    List.of(
                                            line.file(),
                                            Long.toString(line.line()),
                                            line.reason(),
                                            line.text()))
                            .toList());
        }
    }
}
