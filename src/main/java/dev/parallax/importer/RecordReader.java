package dev.parallax.importer;

import dev.parallax.importer.mapping.Mapping;
import dev.parallax.importer.source.Meter;
import dev.parallax.importer.source.Source;
import dev.parallax.metric.Metric;
import java.io.IOException;
import java.util.Map;

/// One file that is known to be importable, and how. Nothing has been read but its first part.
sealed interface RecordReader permits DelimitedReader, JsonReader, ParquetReader, PlacedReader {
    Source source();

    Mapping mapping();

    /// The units of the metrics that are known beforehand to be in the file.
    Map<Metric, FoundUnit> units();

    /// Reads every record, in order, into the intake.
    ///
    /// @throws dev.parallax.problem.ProblemException if the rest of the file cannot be made sense
    ///   of
    void read(Intake intake, Meter meter) throws IOException;
}
