package dev.parallax.cli;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.service.ExportPageViews;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `parallax rum export`
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes single page views to a CSV file, in the order of their import.",
            "A text that a spreadsheet would take for a formula gets an apostrophe in front."
        })
public final class RumExport implements Callable<Integer> {
    private final InWorkspace<ExportPageViews> exports;
    private final Output output;
    private final Cancellation cancellation;

    @Option(
            names = "--dataset",
            paramLabel = "N",
            required = true,
            description = "The data set's name.")
    @SuppressWarnings("NullAway.Init") // a required option
    private String dataset;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The file to write; it must not be there yet.")
    @SuppressWarnings("NullAway.Init") // a required option
    private Path out;

    @Mixin private final SegmentOptions segment = new SegmentOptions();
    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public RumExport(
            InWorkspace<ExportPageViews> exports, Output output, Cancellation cancellation) {
        this.exports = exports;
        this.output = output;
        this.cancellation = cancellation;
    }

    @Override
    public Integer call() {
        if (Files.exists(out)) {
            throw new ProblemException(
                    Problem.usage(
                            "file-exists",
                            "cannot write " + out,
                            "the file exists already",
                            "choose another name or delete it first"));
        }
        var wish = new ExportPageViews.Wish(dataset, segment.segment(), Optional.empty(), out);
        long written =
                exports.call(
                        workspace.file(), use -> use.export(wish, cancellation.progress(output)));
        if (json.wanted()) {
            output.json(
                    JsonObject.of("dataset", dataset)
                            .with("pageViews", written)
                            .with("file", out.toString()));
        } else {
            output.line("Wrote %,d page views to %s.".formatted(written, out));
        }
        return ExitCode.OK;
    }
}
