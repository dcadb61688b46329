package dev.parallax.cli;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.ImportReport;
import dev.parallax.service.ExamineExport;
import dev.parallax.service.ExportProposal;
import dev.parallax.service.ImportPageViews;
import java.util.List;
import java.util.Locale;

/// An import that stores nothing: says what each column was taken for and what would come of it, or
/// why nothing would.
final class ImportTrial {
    /// Columns shown to a person; JSON tells all.
    private static final int SHOWN_COLUMNS = 60;

    private final ExamineExport examine;
    private final Output output;
    private final JsonOption json;

    ImportTrial(ExamineExport examine, Output output, JsonOption json) {
        this.examine = examine;
        this.output = output;
        this.json = json;
    }

    /// @throws ProblemException if the files cannot be imported, once the columns have been told
    void run(ImportPageViews.Order order, Progress progress) {
        ExportProposal proposal = examine.examine(order, progress);
        ImportReport report;
        try {
            report = examine.tryOut(order, progress);
        } catch (ProblemException refused) {
            if (refused.problem().kind() == Problem.Kind.USAGE) {
                tellRefused(proposal, refused.problem());
            }
            throw refused;
        }
        tell(proposal, report);
    }

    private void tell(ExportProposal proposal, ImportReport report) {
        ImportRecord record = report.record();
        if (json.wanted()) {
            output.json(
                    JsonObject.of("dryRun", true)
                            .with("format", record.format())
                            .with("kind", DatasetWords.kind(report.dataset()))
                            .with("recordsRead", record.read())
                            .with("imported", record.imported())
                            .with("merged", record.merged())
                            .with("duplicates", record.duplicates())
                            .with("rejected", record.rejectedCount())
                            .with("filtered", record.filteredCount())
                            .with("columns", ProposalJson.columns(proposal))
                            .with("refused", null)
                            .with("warnings", record.warnings()));
            return;
        }
        output.line("Nothing is stored; this would come of it, taken for: " + proposal.title());
        printColumns(proposal);
        output.line(
                "%,d of %,d records would be imported."
                        .formatted(record.imported(), record.read()));
        new ImportText(output).printRecord(report);
    }

    private void tellRefused(ExportProposal proposal, Problem problem) {
        if (json.wanted()) {
            output.json(
                    JsonObject.of("dryRun", true)
                            .with("format", proposal.format())
                            .with("columns", ProposalJson.columns(proposal))
                            .with(
                                    "refused",
                                    JsonObject.of("code", problem.code())
                                            .with("what", problem.what())
                                            .with("why", problem.why())
                                            .with("next", problem.next())));
            return;
        }
        output.line("Nothing would be imported; taken for: " + proposal.title());
        printColumns(proposal);
    }

    private void printColumns(ExportProposal proposal) {
        List<ExportProposal.Column> columns = proposal.columns();
        if (columns.isEmpty()) {
            return;
        }
        output.line("");
        output.table(
                List.of("column", "taken for", "unit", "how sure"),
                columns.stream().limit(SHOWN_COLUMNS).map(ImportTrial::row).toList());
        if (columns.size() > SHOWN_COLUMNS) {
            output.line(
                    "… and %,d more; --json tells all.".formatted(columns.size() - SHOWN_COLUMNS));
        }
        output.line("");
    }

    private static List<String> row(ExportProposal.Column column) {
        return column.field().isEmpty()
                ? List.of(column.name(), "not used", "", "")
                : List.of(
                        column.name(),
                        column.field(),
                        column.proof().isEmpty()
                                ? column.unit()
                                : column.unit() + " (" + column.proof() + ")",
                        column.confidence().name().toLowerCase(Locale.ROOT));
    }
}
