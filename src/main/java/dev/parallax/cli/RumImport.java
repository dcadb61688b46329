package dev.parallax.cli;

import dev.parallax.rum.AggregateSummary;
import dev.parallax.rum.ImportReport;
import dev.parallax.service.ExamineExport;
import dev.parallax.service.ImportFigures;
import dev.parallax.service.ImportPageViews;
import dev.parallax.service.ImportPageViews.Into;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            "Imports real users' page views from the export of any RUM product.",
            "Files and folders of CSV, JSON, NDJSON, Parquet or logs, also in gzip, zip and zstd; the format",
            "is told by the content.",
            "Answers and tables of the Chrome UX Report become a data set of distributions, not of page views.",
            "Every record is counted. What could tell who a user is never reaches the disk (docs/privacy.md)."
        })
public final class RumImport implements Callable<Integer> {
    private final InWorkspace<ImportPageViews> imports;
    private final InWorkspace<ImportFigures> figures;
    private final ExamineExport examine;
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
            names = "--mapping",
            paramLabel = "FILE",
            description =
                    "What the files' parts mean, for a format that is not known (docs/mapping-format.md).")
    private @Nullable Path mapping;

    @Option(
            names = "--keep-query",
            paramLabel = "NAME",
            split = ",",
            description = "Parameters of a page's query to keep; all others are dropped.")
    private Set<String> keptParameters = new LinkedHashSet<>();

    @Option(
            names = "--append",
            description = "Add the files to the data set, which is there already.")
    private boolean append;

    @Option(
            names = "--dry-run",
            description =
                    "Read the files to the end, say what each column is taken for and what would come of it, and store nothing.")
    private boolean dryRun;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public RumImport(
            InWorkspace<ImportPageViews> imports,
            InWorkspace<ImportFigures> figures,
            ExamineExport examine,
            Output output,
            Cancellation cancellation) {
        this.imports = imports;
        this.figures = figures;
        this.examine = examine;
        this.output = output;
        this.cancellation = cancellation;
    }

    @Override
    public Integer call() {
        String name = Optional.ofNullable(dataset).orElseGet(() -> nameOf(files.getFirst()));
        var order =
                new ImportPageViews.Order(
                        files,
                        name,
                        append ? Into.PRESENT : Into.NEW,
                        Optional.ofNullable(format),
                        Optional.ofNullable(mapping),
                        keptParameters);
        if (dryRun) {
            new ImportTrial(examine, output, json).run(order, cancellation.progress(output));
            return ExitCode.OK;
        }
        ImportReport report =
                imports.call(
                        workspace.file(),
                        use -> use.importFiles(order, cancellation.progress(output)));
        Optional<AggregateSummary> aggregates =
                imports.call(workspace.file(), use -> use.summary(report.dataset()));
        if (json.wanted()) {
            output.json(
                    aggregates
                            .map(summary -> ImportJson.ofAggregates(report, summary))
                            .orElseGet(() -> pageViewJson(report)));
        } else {
            new ImportText(output).print(report, aggregates);
        }
        return ExitCode.OK;
    }

    private JsonObject pageViewJson(ImportReport report) {
        return ImportJson.of(
                report, figures.call(workspace.file(), use -> use.of(report.dataset())));
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]+(\\.gz)?$", "");
    }
}
