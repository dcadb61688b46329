package dev.parallax.cli;

import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.ImportReport;
import dev.parallax.service.ImportPageViews;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parallax rum import FILE...`
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Imports real users' page views: CSV with a metric column, or web-vitals.js beacons (NDJSON);",
            "gzip is understood. Every record is counted; URLs lose query and fragment before they are kept."
        })
public final class RumImport implements Callable<Integer> {
    private final InWorkspace<ImportPageViews> imports;
    private final Output output;
    private final Cancellation cancellation;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files that become one data set.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--dataset",
            paramLabel = "N",
            description = "The data set's name; default: the first file's name without its ending.")
    private @Nullable String dataset;

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "The files' format, if it is not to be found out.")
    private @Nullable String format;

    @Option(
            names = "--append",
            description = "Add the files to the data set, which is there already.")
    private boolean append;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public RumImport(
            InWorkspace<ImportPageViews> imports, Output output, Cancellation cancellation) {
        this.imports = imports;
        this.output = output;
        this.cancellation = cancellation;
    }

    @Override
    public Integer call() {
        String name = Optional.ofNullable(dataset).orElseGet(() -> nameOf(files.getFirst()));
        ImportReport report =
                imports.call(
                        workspace.file(),
                        use ->
                                append
                                        ? use.addFiles(
                                                files,
                                                name,
                                                Optional.ofNullable(format),
                                                cancellation.progress(output))
                                        : use.importFiles(
                                                files,
                                                name,
                                                Optional.ofNullable(format),
                                                cancellation.progress(output)));
        if (json.wanted()) {
            output.json(ImportJson.of(report));
        } else {
            print(report);
        }
        return ExitCode.OK;
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]+(\\.gz)?$", "");
    }

    private void print(ImportReport report) {
        ImportRecord record = report.record();
        output.line(
                "Imported %,d page views into \"%s\" from %,d records."
                        .formatted(record.imported(), report.dataset().name(), record.read()));
        counted("merged into another page view", record.merged());
        counted("duplicates", record.duplicates());
        record.rejected().forEach(part -> counted("rejected, " + part.reason(), part));
        record.filtered().forEach(part -> counted("filtered, " + part.reason(), part));
        output.line("");
        output.table(
                List.of("metric", "#page views", "unit", "definition"),
                record.metrics().stream()
                        .map(metric ->
                                List.of(
                                        metric.metric().shortName(),
                                        String.format("%,d", metric.views()),
                                        metric.unitInWords(),
                                        metric.definition().key()))
                        .toList());
        record.warnings().forEach(warning -> output.line("Note: " + warning));
    }

    private void counted(String what, long count) {
        if (count > 0) {
            output.line("  %,d %s".formatted(count, what));
        }
    }

    private void counted(String what, ImportRecord.LeftOut part) {
        output.line("  %,d %s (first: %s)".formatted(part.count(), what, part.first()));
    }
}
