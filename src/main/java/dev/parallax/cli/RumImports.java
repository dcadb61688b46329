package dev.parallax.cli;

import dev.parallax.rum.Dataset;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.StoredImport;
import dev.parallax.service.ManageDatasets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `parallax rum imports NAME`
@Command(
        name = "imports",
        mixinStandardHelpOptions = true,
        description = "Lists the imports a data set is made of.")
public final class RumImports implements Callable<Integer> {
    private final InWorkspace<ManageDatasets> datasets;
    private final Output output;

    @Parameters(paramLabel = "NAME", description = "The data set's name.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String name;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public RumImports(InWorkspace<ManageDatasets> datasets, Output output) {
        this.datasets = datasets;
        this.output = output;
    }

    @Override
    public Integer call() {
        Dataset dataset = datasets.call(workspace.file(), use -> use.show(name));
        List<StoredImport> imports = datasets.call(workspace.file(), use -> use.imports(name));
        if (json.wanted()) {
            output.json(Map.of("imports", imports.stream().map(RumImports::json).toList()));
        } else if (imports.isEmpty()) {
            output.line("No import is left in \"" + name + "\".");
        } else {
            output.table(
                    List.of(
                            "#id",
                            "imported",
                            "format",
                            "#" + DatasetWords.counted(dataset),
                            "#excluded",
                            "files"),
                    imports.stream().map(one -> row(dataset, one)).toList());
        }
        return ExitCode.OK;
    }

    private static List<String> row(Dataset dataset, StoredImport one) {
        return List.of(
                Long.toString(one.id()),
                one.imported().toString(),
                one.record().format(),
                String.format("%,d", amount(dataset, one)),
                String.format("%,d", excluded(one)),
                one.record().files().stream()
                        .map(ImportRecord.SourceFile::name)
                        .collect(Collectors.joining(", ")));
    }

    private static long amount(Dataset dataset, StoredImport one) {
        return switch (dataset.kind()) {
            case PAGE_VIEWS -> one.size().pageViews();
            case AGGREGATES -> distributions(one);
        };
    }

    private static long distributions(StoredImport one) {
        return one.record().metrics().stream().mapToLong(ImportRecord.MetricReport::views).sum();
    }

    /// Of aggregates nothing is left out, though they are no page views.
    private static long excluded(StoredImport one) {
        return one.record().excluded().stream().mapToLong(ImportRecord.LeftOut::count).sum();
    }

    private static JsonObject json(StoredImport one) {
        ImportRecord record = one.record();
        return JsonObject.of("id", one.id())
                .with("imported", one.imported().toString())
                .with("format", record.format())
                .with("evidence", record.evidence().key())
                .with("pageViews", one.size().pageViews())
                .with("excluded", excluded(one))
                .with("weight", one.size().weight())
                .with("from", one.first() == null ? null : one.first().toString())
                .with("to", one.last() == null ? null : one.last().toString())
                .with("recordsRead", record.read())
                .with("rejected", record.rejectedCount())
                .with("filtered", record.filteredCount())
                .with(
                        "files",
                        record.files().stream()
                                .map(file ->
                                        JsonObject.of("name", file.name())
                                                .with("bytes", file.bytes())
                                                .with("sha256", file.sha256()))
                                .toList());
    }
}
