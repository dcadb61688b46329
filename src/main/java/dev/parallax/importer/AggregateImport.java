package dev.parallax.importer;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.parallax.importer.crux.CruxFile;
import dev.parallax.importer.crux.CruxImport;
import dev.parallax.importer.privacy.Scrubber;
import dev.parallax.importer.source.Meter;
import dev.parallax.importer.source.Source;
import dev.parallax.importer.source.Sources;
import dev.parallax.progress.Progress;
import dev.parallax.rum.AggregateSink;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.ImportRecord.LeftOut;
import dev.parallax.rum.ImportReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/// Files of which each holds distributions that somebody else summed up.
final class AggregateImport {
    private final List<CruxFile> files;

    private AggregateImport(List<CruxFile> files) {
        this.files = files;
    }

    /// Looks whether the files are such ones; empty if none is, or the user says what they are.
    ///
    /// @throws dev.parallax.problem.ProblemException if some are and others are not
    /// @throws java.util.concurrent.CancellationException if it was cancelled
    static Optional<AggregateImport> find(
            Sources sources, ImportOptions options, Progress progress) {
        boolean isMeant = options.format().map(CruxImport.FORMAT::equals).orElse(true);
        if (options.mapping().isPresent() || !isMeant) {
            return Optional.empty();
        }
        var found = new ArrayList<CruxFile>();
        Source other = null;
        for (Source source : sources.list()) {
            progress.throwIfCancelled();
            Optional<CruxFile> file = CruxFile.find(source);
            file.ifPresent(found::add);
            other = file.isEmpty() && other == null ? source : other;
        }
        if (other != null && options.format().isPresent()) {
            throw ImportProblems.otherFormat(other.name(), CruxImport.FORMAT);
        }
        if (found.stream().noneMatch(CruxFile::hasFigures)) {
            return Optional.empty();
        }
        if (other != null) {
            throw ImportProblems.aggregatesAndOthers(
                    found.getFirst().source().name(), other.name());
        }
        return Optional.of(new AggregateImport(found));
    }

    ImportReport read(
            Sources sources, ImportOptions options, AggregateSink sink, Progress progress) {
        var meter = new Meter(progress, sources.bytes());
        var crux = new CruxImport(files, sink, new Scrubber(options.keptParameters()));
        for (CruxFile file : files) {
            meter.begin(file.source());
            read(crux, file, meter);
        }
        ImportRecord record = crux.record(sources.warnings());
        if (record.imported() == 0) {
            throw nothingUsable(record);
        }
        progress.throwIfCancelled();
        return new ImportReport(sink.finish(record, crux.lines()), record);
    }

    private static void read(CruxImport crux, CruxFile file, Meter meter) {
        String name = file.source().name();
        try {
            crux.read(file, meter);
        } catch (JacksonException broken) {
            if (broken.getCause() instanceof IOException failed) {
                throw Source.explain(name, failed);
            }
            throw ImportProblems.brokenJson(name, broken);
        } catch (CsvParseException broken) {
            throw ImportProblems.brokenQuotes(name, broken);
        } catch (IOException failed) {
            throw Source.explain(name, failed);
        }
    }

    private RuntimeException nothingUsable(ImportRecord record) {
        List<String> names = files.stream().map(file -> file.source().name()).toList();
        if (record.duplicates() > 0) {
            return ImportProblems.nothingNew(names, record);
        }
        return Stream.concat(record.rejected().stream(), record.filtered().stream())
                .max(Comparator.comparingLong(LeftOut::count))
                .map(most -> ImportProblems.nothingUsable(names, record.read(), most))
                .orElseGet(() -> ImportProblems.noRecords(names.getFirst()));
    }
}
