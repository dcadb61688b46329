package dev.parallax.importer;

import dev.parallax.metric.Metric;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.ImportReport;
import dev.parallax.rum.ImportReport.MetricReport;
import dev.parallax.rum.MetricOrigin;
import dev.parallax.rum.PageViewSink;
import dev.parallax.rum.Provenance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/// Reads files of real users' page views into a sink: on the calling thread, while another one
/// encodes and stores what was read. Safe for use by several threads.
public final class Importer {
    /// A share of zeros above this is not believed to be measured.
    private static final double SUSPICIOUS_ZEROS = 0.05;

    private final Formats formats = new Formats();

    /// The keys of the formats that can be asked for in [ImportOptions].
    public static List<String> formats() {
        return Formats.keys();
    }

    /// Imports the files as one data set. Either all of it becomes visible, or nothing is stored.
    ///
    /// @param sink is finished, or abandoned if this throws
    /// @throws ProblemException if a file cannot be read or made sense of, no record is usable, or
    ///   storing fails
    /// @throws CancellationException if it was cancelled, within a second of that
    public ImportReport read(
            List<Path> files, ImportOptions options, PageViewSink sink, Progress progress) {
        var event = new ImportEvent();
        event.begin();
        try {
            ImportReport report = read(prepare(files, options), sink, progress, event);
            event.imported = report.imported();
            event.read = report.read();
            return report;
        } catch (RuntimeException | Error failed) {
            abandon(sink, failed);
            throw failed;
        } finally {
            event.commit();
        }
    }

    private static void abandon(PageViewSink sink, Throwable because) {
        try {
            sink.abandon();
        } catch (ProblemException alsoFailed) {
            because.addSuppressed(alsoFailed);
        }
    }

    private List<RecordReader> prepare(List<Path> files, ImportOptions options) {
        if (files.isEmpty()) {
            throw ImportProblems.noFiles();
        }
        List<RecordReader> readers =
                files.stream().map(file -> formats.readerFor(Source.look(file), options)).toList();
        List<String> keys =
                readers.stream().map(reader -> reader.mapping().format()).distinct().toList();
        if (keys.size() > 1) {
            throw ImportProblems.mixed(keys);
        }
        return readers;
    }

    private static ImportReport read(
            List<RecordReader> readers, PageViewSink sink, Progress progress, ImportEvent event) {
        event.files = readers.size();
        event.bytes = readers.stream().mapToLong(reader -> reader.source().size()).sum();
        event.format = readers.getFirst().mapping().format();
        var meter = new Meter(progress, event.bytes);
        var tally = new Tally();
        try (var conveyor = new Conveyor(sink)) {
            var intake = new Intake(tally, conveyor);
            for (RecordReader reader : readers) {
                read(reader, intake, meter);
            }
            if (tally.importedCount() == 0) {
                throw nothingUsable(names(readers), tally);
            }
            intake.finish();
            conveyor.finish();
            progress.throwIfCancelled();
            warn(readers, intake, tally);
            Provenance provenance = new Provenance(event.format, origins(readers, tally));
            Dataset dataset = sink.finish(intake.dictionaries(), provenance);
            return report(dataset, readers, tally);
        }
    }

    private static void read(RecordReader reader, Intake intake, Meter meter) {
        String name = reader.source().name();
        intake.tally().begin(name);
        meter.begin(name);
        try {
            reader.read(intake, meter);
        } catch (IOException failed) {
            throw Source.explain(name, failed);
        }
    }

    private static List<String> names(List<RecordReader> readers) {
        return readers.stream().map(reader -> reader.source().name()).toList();
    }

    private static ProblemException nothingUsable(List<String> files, Tally tally) {
        if (tally.readCount() == 0) {
            return ImportProblems.nothingUsable(files, "it has a header but no rows");
        }
        ImportReport.LeftOut most =
                Stream.concat(tally.rejected().stream(), tally.filtered().stream())
                        .max(Comparator.comparingLong(ImportReport.LeftOut::count))
                        .orElseThrow();
        String why =
                "none of its %,d records can be used, mostly for: %s (first %s)"
                        .formatted(tally.readCount(), most.reason(), most.first());
        return most.reason().equals(Reason.WEIGHT_NOT_POSITIVE.text())
                ? ImportProblems.noWeight(files, why)
                : ImportProblems.nothingUsable(files, why);
    }

    private static void warn(List<RecordReader> readers, Intake intake, Tally tally) {
        for (RecordReader reader : readers) {
            if (!reader.source().charset().equals(StandardCharsets.UTF_8)) {
                tally.warn(
                        reader.source().name() + " was read as " + reader.source().charset() + ".");
            }
        }
        for (Metric metric : List.of(Metric.FCP, Metric.LCP, Metric.DCL, Metric.LOAD)) {
            if (tally.zeros(metric) > SUSPICIOUS_ZEROS * tally.views(metric)) {
                tally.warn(
                        "%.0f %% of the values of %s are 0; where 0 stands for missing, they are too low."
                                .formatted(
                                        100.0 * tally.zeros(metric) / tally.views(metric),
                                        metric.shortName()));
            }
        }
        for (Metric metric : Metric.all()) {
            long ignored =
                    tally.ignored(metric).stream().mapToLong(ImportReport.LeftOut::count).sum();
            if (ignored > 0) {
                tally.warn(
                        "%,d values of %s were not usable and count as missing."
                                .formatted(ignored, metric.shortName()));
            }
        }
        intake.refusedTexts().forEach(tally::warn);
    }

    private static Map<Metric, MetricOrigin> origins(List<RecordReader> readers, Tally tally) {
        var origins = new EnumMap<Metric, MetricOrigin>(Metric.class);
        for (Metric metric : Metric.all()) {
            if (tally.views(metric) > 0) {
                origins.put(
                        metric,
                        new MetricOrigin(
                                tally.views(metric),
                                readers.getFirst().mapping().definition(),
                                unit(readers, metric)));
            }
        }
        return origins;
    }

    private static String unit(List<RecordReader> readers, Metric metric) {
        Set<String> texts = new LinkedHashSet<>();
        for (RecordReader reader : readers) {
            FoundUnit unit = reader.units().get(metric);
            if (unit != null) {
                texts.add(unit.text());
            }
        }
        return String.join("; ", texts);
    }

    private static ImportReport report(Dataset dataset, List<RecordReader> readers, Tally tally) {
        List<MetricReport> metrics =
                Metric.all().stream()
                        .filter(metric ->
                                tally.views(metric) > 0 || !tally.ignored(metric).isEmpty())
                        .map(metric ->
                                new MetricReport(
                                        metric,
                                        tally.views(metric),
                                        readers.getFirst().mapping().definition(),
                                        unit(readers, metric),
                                        tally.ignored(metric)))
                        .toList();
        return new ImportReport(
                dataset,
                names(readers),
                tally.readCount(),
                tally.importedCount(),
                tally.mergedCount(),
                tally.duplicateCount(),
                tally.rejected(),
                tally.filtered(),
                metrics,
                tally.unusedColumns(),
                tally.warnings());
    }
}
