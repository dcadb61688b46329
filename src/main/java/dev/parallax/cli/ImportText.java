package dev.parallax.cli;

import dev.parallax.rum.AggregateSummary;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.ImportReport;
import java.util.List;
import java.util.Optional;

/// Tells a person what became of the records of an import.
final class ImportText {
    private final Output output;

    ImportText(Output output) {
        this.output = output;
    }

    /// @param aggregates what is in the data set, if that is aggregates
    void print(ImportReport report, Optional<AggregateSummary> aggregates) {
        ImportRecord record = report.record();
        output.line(
                aggregates
                        .map(summary -> summed(report, summary))
                        .orElseGet(() ->
                                "Imported %s into \"%s\" from %s."
                                        .formatted(
                                                counted(record.imported(), "page view"),
                                                report.dataset().name(),
                                                counted(record.read(), "record"))));
        printRecord(report);
    }

    /// The parts that add up to the records read, the metrics, and the warnings.
    void printRecord(ImportReport report) {
        ImportRecord record = report.record();
        counted("merged into another page view", record.merged());
        counted("duplicates", record.duplicates());
        record.rejected().forEach(part -> counted("rejected, " + part.reason(), part));
        record.filtered().forEach(part -> counted("filtered, " + part.reason(), part));
        output.line("");
        output.table(
                List.of(
                        "metric",
                        "#" + DatasetWords.counted(report.dataset()),
                        "unit",
                        "definition"),
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

    private static String summed(ImportReport report, AggregateSummary summary) {
        return "Imported %,d of %s into \"%s\", %s"
                .formatted(
                        report.record().imported(),
                        counted(report.record().read(), "record"),
                        report.dataset().name(),
                        DatasetWords.of(summary));
    }

    private static String counted(long count, String one) {
        return "%,d %s".formatted(count, count == 1 ? one : one + "s");
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
