package dev.parallax.cli;

import dev.parallax.rum.Certificate;
import dev.parallax.rum.ImportRecord.LeftOut;
import dev.parallax.service.CertifyDataset;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parallax rum certificate NAME`
@Command(
        name = "certificate",
        mixinStandardHelpOptions = true,
        description =
                "Says how far a data set can be trusted: what became of every record, units, gaps.")
public final class RumCertificate implements Callable<Integer> {
    private final InWorkspace<CertifyDataset> certificates;
    private final Output output;
    private final Cancellation cancellation;

    @Parameters(paramLabel = "NAME", description = "The data set's name.")
    @SuppressWarnings("NullAway.Init") // a required parameter
    private String name;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Also write it as a self-contained HTML file.")
    private @Nullable Path html;

    @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private final JsonOption json = new JsonOption();

    public RumCertificate(
            InWorkspace<CertifyDataset> certificates, Output output, Cancellation cancellation) {
        this.certificates = certificates;
        this.output = output;
        this.cancellation = cancellation;
    }

    @Override
    public Integer call() {
        certificates.call(
                workspace.file(),
                use -> {
                    Certificate made = use.certify(name, cancellation.progress(output));
                    Path file = html;
                    if (file != null) {
                        use.writeHtml(made, file);
                    }
                    if (json.wanted()) {
                        output.line(use.json(made));
                    } else {
                        print(made);
                    }
                    return made;
                });
        return ExitCode.OK;
    }

    private void print(Certificate made) {
        var sum = made.sum();
        output.line(
                "%,d records read = %,d imported + %,d merged + %,d duplicates + %,d rejected + %,d filtered"
                        .formatted(
                                sum.read(),
                                sum.imported(),
                                sum.merged(),
                                sum.duplicates(),
                                sum.rejected(),
                                sum.filtered()));
        made.rejected().forEach(part -> line("rejected", part));
        made.filtered().forEach(part -> line("filtered", part));
        made.excluded().forEach(part -> line("left out of every number", part));
        output.line("");
        output.table(
                List.of("metric", "#" + DatasetWords.counted(made.dataset()), "unit", "definition"),
                made.metrics().stream()
                        .flatMap(metric -> made.reports(metric).stream())
                        .map(report ->
                                List.of(
                                        report.metric().shortName(),
                                        String.format("%,d", report.views()),
                                        report.unitInWords(),
                                        report.definition().key()))
                        .toList());
        made.suspicions().forEach(each -> output.line("Look at this: " + each));
        made.warnings().forEach(each -> output.line("Note: " + each));
    }

    private void line(String what, LeftOut part) {
        output.line(
                "  %,d %s, %s (first: %s)"
                        .formatted(part.count(), what, part.reason(), part.first()));
    }
}
