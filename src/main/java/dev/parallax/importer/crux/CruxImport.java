package dev.parallax.importer.crux;

import dev.parallax.importer.privacy.Scrubber;
import dev.parallax.importer.source.Meter;
import dev.parallax.metric.Definition;
import dev.parallax.metric.Metric;
import dev.parallax.metric.Unit;
import dev.parallax.rum.AggregateSink;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.ImportRecord.Evidence;
import dev.parallax.rum.ImportRecord.MetricReport;
import dev.parallax.rum.QuarantinedLine;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/// One import of files of the Chrome UX Report.
public final class CruxImport {
    /// The key of the format, and the word for it in commands.
    public static final String FORMAT = "crux";

    /// Its name, for people.
    public static final String TITLE = "Chrome UX Report";

    private final List<CruxFile> files;
    private final Ledger ledger;

    /// @param sink takes the aggregates; neither finished nor abandoned here
    public CruxImport(List<CruxFile> files, AggregateSink sink, Scrubber scrubber) {
        this.files = List.copyOf(files);
        this.ledger = new Ledger(sink, scrubber);
    }

    /// Reads one of the files.
    ///
    /// @throws tools.jackson.core.JacksonException if the rest is no JSON; a failure to read is its
    ///   cause
    /// @throws de.siegmar.fastcsv.reader.CsvParseException if the quotes make no sense
    public void read(CruxFile file, Meter meter) throws IOException {
        file.read(ledger, meter);
    }

    /// What became of every record.
    ///
    /// @param further warnings, a sentence each
    public ImportRecord record(List<String> further) {
        return new ImportRecord(
                FORMAT,
                files.stream().allMatch(file -> file.evidence() == Evidence.SAMPLE)
                        ? Evidence.SAMPLE
                        : Evidence.DOCUMENTATION,
                files.stream().map(file -> file.source().file()).distinct().toList(),
                ledger.counts(),
                ledger.rejected(),
                ledger.filtered(),
                List.of(),
                Metric.all().stream()
                        .filter(metric ->
                                ledger.distributions(metric) > 0
                                        || !ledger.ignored(metric).isEmpty())
                        .map(this::metric)
                        .toList(),
                ledger.unusedNames(),
                Stream.concat(further.stream(), ledger.warnings().stream()).toList());
    }

    private MetricReport metric(Metric metric) {
        return new MetricReport(
                metric,
                ledger.distributions(metric),
                metric.thresholds().isPresent() ? Definition.SAME : Definition.UNKNOWN,
                metric.unit() == Unit.NONE ? "none" : "ms",
                metric.unit() == Unit.NONE ? "" : "as the format has it",
                ledger.ignored(metric));
    }

    /// Lines that were not used, without anything private.
    public List<QuarantinedLine> lines() {
        return ledger.lines();
    }
}
