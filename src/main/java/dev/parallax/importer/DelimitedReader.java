package dev.parallax.importer;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.parallax.importer.mapping.Mapping;
import dev.parallax.importer.privacy.LineScrubber;
import dev.parallax.importer.source.Meter;
import dev.parallax.importer.source.Source;
import dev.parallax.metric.Metric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// Reads files of rows and separated columns, straight from the parser's buffer into drafts.
final class DelimitedReader implements RecordReader {
    private final Source source;
    private final Mapping mapping;
    private final Header header;

    private DelimitedReader(Source source, Mapping mapping, Header header) {
        this.source = source;
        this.mapping = mapping;
        this.header = header;
    }

    /// @throws dev.parallax.problem.ProblemException if no column is a metric
    static DelimitedReader prepare(Source source, Mapping mapping) {
        Header header = Header.find(source, mapping);
        return new DelimitedReader(source, header.mapping(), header);
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public Mapping mapping() {
        return mapping;
    }

    @Override
    public Map<Metric, FoundUnit> units() {
        return header.units();
    }

    @Override
    public void read(Intake intake, Meter meter) throws IOException {
        header.unused().forEach(intake.tally()::unused);
        intake.scrubLinesBy(LineScrubber.ofColumns(header.separator(), header.names()));
        try (CsvReader<Draft> reader =
                Header.reader(header.separator()).build(rows(intake), source.open(meter))) {
            // The handler keeps no record, so the first step already reads the whole file
            reader.forEach(_ -> {});
        } catch (CsvParseException broken) {
            throw cause(broken);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private AbstractBaseCsvCallbackHandler<Draft> rows(Intake intake) {
        return mapping.hasPlaces()
                ? new PlacedRows(header, mapping, intake)
                : new NamedRows(header, mapping, intake);
    }

    /// What the parser wrapped; or its own complaint, which is about quotes.
    private RuntimeException cause(CsvParseException broken) {
        return switch (broken.getCause()) {
            case CsvParseException _ -> ImportProblems.brokenQuotes(source.name(), broken);
            case RuntimeException ours -> ours;
            case Error ours -> throw ours;
            case null, default -> ImportProblems.brokenQuotes(source.name(), broken);
        };
    }
}
