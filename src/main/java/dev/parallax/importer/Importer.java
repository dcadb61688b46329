package dev.parallax.importer;

import dev.parallax.importer.crux.CruxImport;
import dev.parallax.importer.join.Combine;
import dev.parallax.importer.join.Join;
import dev.parallax.importer.join.JoinRules;
import dev.parallax.importer.join.Room;
import dev.parallax.importer.mapping.Field;
import dev.parallax.importer.mapping.Mapping;
import dev.parallax.importer.mapping.Place;
import dev.parallax.importer.privacy.LineScrubber;
import dev.parallax.importer.privacy.Privacy;
import dev.parallax.importer.source.Meter;
import dev.parallax.importer.source.Source;
import dev.parallax.importer.source.Sources;
import dev.parallax.metric.Metric;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.rum.AggregateSink;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.ImportReport;
import dev.parallax.rum.PageViewSink;
import dev.parallax.settings.PseudonymKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Reads files of real users' page views, or of what was summed up from some, into a sink: on the
/// calling thread, while another one encodes and stores what was read. Safe for use by several
/// threads.
public final class Importer {
    private final Mappings mappings = Mappings.bundled();
    private final Formats formats = new Formats(mappings);
    private final Room room;
    private final Supplier<PseudonymKey> key;

    /// @param temporary a folder for what memory has no room for; it need not exist
    /// @param key gives the key under which ids become pseudonyms; asked at each import
    public Importer(Path temporary, Supplier<PseudonymKey> key) {
        this(Room.in(temporary), key);
    }

    /// @param room for the records of one page view until they are joined
    public Importer(Room room, Supplier<PseudonymKey> key) {
        this.room = room;
        this.key = key;
    }

    /// Deletes temporary files that an import left behind when the process was killed. Imports that
    /// are under way, here or in another process, keep theirs.
    public void sweep() {
        Join.sweep(room.folder());
    }

    /// The keys of the formats that can be asked for in [ImportOptions].
    public static List<String> formats() {
        return Stream.concat(Mappings.keys().stream(), Stream.of(CruxImport.FORMAT)).toList();
    }

    /// Says what the first of some files was taken for, from a look at its first part.
    ///
    /// @throws ProblemException if it cannot be read, or is no text
    public Examination examine(List<Path> files, ImportOptions options, Progress progress) {
        try (Sources sources = find(files, progress)) {
            return new Examiner(formats, mappings).examine(sources.list().getFirst(), options);
        }
    }

    /// The keys of everything that a column can hold.
    public static List<String> fields() {
        return Examiner.fields();
    }

    /// The key of the unit that a metric's values have by their size, and the proof of it.
    ///
    /// @param values texts of one column
    public static Examination.Unit unitOf(Metric metric, List<String> values) {
        FoundUnit found = Examiner.unitOf(metric, values);
        return new Examination.Unit(found.scale().key(), found.how());
    }

    /// Imports the files as one data set of whichever kind they are. Either all of it becomes
    /// visible, or nothing is stored.
    ///
    /// @param target the sink that is asked for is finished, or abandoned if this throws
    /// @throws ProblemException if a file cannot be read or made sense of, no record is usable, or
    ///   storing fails
    /// @throws CancellationException if it was cancelled, within a second of that
    public ImportReport read(
            List<Path> files, ImportOptions options, ImportTarget target, Progress progress) {
        var event = new ImportEvent();
        event.begin();
        try (Sources sources = find(files, progress)) {
            event.files = sources.list().size();
            event.bytes = sources.bytes();
            sources.refuseKnown(target::refuseKnown);
            Optional<AggregateImport> aggregates = AggregateImport.find(sources, options, progress);
            ImportReport report =
                    aggregates.isPresent()
                            ? readAggregates(aggregates.get(), sources, options, target, progress)
                            : readPageViews(sources, options, target, progress, event);
            event.format = report.record().format();
            event.imported = report.record().imported();
            event.read = report.record().read();
            return report;
        } finally {
            event.commit();
        }
    }

    /// Imports files of page views; refuses what somebody else summed up.
    ///
    /// @param sink is finished, or abandoned if this throws
    public ImportReport read(
            List<Path> files, ImportOptions options, PageViewSink sink, Progress progress) {
        try {
            return read(files, options, new PageViewsOnly(sink), progress);
        } catch (RuntimeException | Error failed) {
            abandon(sink::abandon, failed);
            throw failed;
        }
    }

    private record PageViewsOnly(PageViewSink pageViews) implements ImportTarget {
        @Override
        public AggregateSink aggregates() {
            throw ImportProblems.aggregatesNotWanted();
        }
    }

    private ImportReport readPageViews(
            Sources sources,
            ImportOptions options,
            ImportTarget target,
            Progress progress,
            ImportEvent event) {
        List<RecordReader> readers = prepare(sources, options, progress);
        event.format = readers.getFirst().mapping().format().key();
        PageViewSink sink = target.pageViews();
        try {
            return read(sources, readers, options, sink, progress);
        } catch (RuntimeException | Error failed) {
            abandon(sink::abandon, failed);
            throw failed;
        }
    }

    private static ImportReport readAggregates(
            AggregateImport files,
            Sources sources,
            ImportOptions options,
            ImportTarget target,
            Progress progress) {
        AggregateSink sink = target.aggregates();
        try {
            return files.read(sources, options, sink, progress);
        } catch (RuntimeException | Error failed) {
            abandon(sink::abandon, failed);
            throw failed;
        }
    }

    private static void abandon(Runnable sink, Throwable because) {
        try {
            sink.run();
        } catch (ProblemException alsoFailed) {
            because.addSuppressed(alsoFailed);
        }
    }

    private static Sources find(List<Path> files, Progress progress) {
        if (files.isEmpty()) {
            throw ImportProblems.noFiles();
        }
        return Sources.find(files, progress);
    }

    private List<RecordReader> prepare(Sources sources, ImportOptions options, Progress progress) {
        Optional<Mapping> given = formats.given(options);
        var readers = new ArrayList<RecordReader>();
        for (Source source : sources.list()) {
            progress.throwIfCancelled();
            readers.add(formats.readerFor(source, given));
        }
        List<String> keys =
                readers.stream().map(reader -> reader.mapping().format().key()).distinct().toList();
        if (keys.size() > 1) {
            throw ImportProblems.mixed(keys);
        }
        return readers;
    }

    private ImportReport read(
            Sources sources,
            List<RecordReader> readers,
            ImportOptions options,
            PageViewSink sink,
            Progress progress) {
        var meter = new Meter(progress, sources.bytes());
        Privacy privacy = Privacy.of(key.get(), options.keptParameters());
        var tally = new Tally(privacy.scrubber());
        var account = new Account(readers, tally);
        sources.warnings().forEach(tally::warn);
        try (var conveyor = new Conveyor(sink);
                var join = join(readers.getFirst().mapping(), progress)) {
            var intake = new Intake(tally, conveyor, sink.dictionaries(), join, privacy);
            for (RecordReader reader : readers) {
                read(reader, intake, meter);
            }
            intake.finish();
            if (tally.importedCount() == 0) {
                throw account.nothingUsable();
            }
            conveyor.finish();
            progress.throwIfCancelled();
            ImportRecord record = account.record(intake.refusedTexts());
            return new ImportReport(sink.finish(record, intake.keptLines()), record);
        }
    }

    private Join join(Mapping mapping, Progress progress) {
        var combine = new EnumMap<Metric, Combine>(Metric.class);
        for (Place place : mapping.places()) {
            if (place.field() instanceof Field.OfMetric(Metric metric)) {
                combine.put(
                        metric,
                        switch (place.across()) {
                            case NEWEST -> Combine.LATEST;
                            case LARGEST -> Combine.LARGEST;
                            case SUM -> Combine.SUM;
                        });
            }
        }
        return new Join(new JoinRules(combine), room, progress);
    }

    private static void read(RecordReader reader, Intake intake, Meter meter) {
        String name = reader.source().name();
        intake.tally().begin(name);
        intake.scrubLinesBy(new LineScrubber());
        meter.begin(reader.source());
        try {
            reader.read(intake, meter);
        } catch (IOException failed) {
            throw Source.explain(name, failed);
        }
    }
}
