package dev.parallax.importer;

import dev.parallax.importer.layout.JsonRecords;
import dev.parallax.importer.layout.JsonTable;
import dev.parallax.importer.layout.Layout;
import dev.parallax.importer.layout.SeenPaths;
import dev.parallax.importer.layout.TextLines;
import dev.parallax.importer.mapping.Field;
import dev.parallax.importer.mapping.Mapping;
import dev.parallax.importer.mapping.Place;
import dev.parallax.importer.source.Meter;
import dev.parallax.importer.source.Source;
import dev.parallax.metric.Metric;
import java.io.IOException;
import java.io.Reader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;

/// Reads records whose texts have fixed places: JSON documents and lines, tables in JSON, logs.
final class PlacedReader implements RecordReader {
    private final Source source;
    private final Mapping mapping;

    PlacedReader(Source source, Mapping mapping) {
        this.source = source;
        this.mapping = mapping;
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
        var units = new EnumMap<Metric, FoundUnit>(Metric.class);
        for (Place place : mapping.places()) {
            if (place.field() instanceof Field.OfMetric(Metric metric)) {
                units.put(metric, FoundUnit.ofFormat(metric, place.scale()));
            }
        }
        if (mapping.places().stream()
                .anyMatch(place -> place.field() == Field.Single.METRIC_NAME)) {
            Metric.all()
                    .forEach(metric -> units.putIfAbsent(metric, FoundUnit.ofFormat(metric, null)));
        }
        return units;
    }

    @Override
    public void read(Intake intake, Meter meter) throws IOException {
        var record = new MappedRecord(mapping, intake.cells(mapping), Map.of(), intake::accept);
        Layout layout = record.layout();
        Mapping.Records records = mapping.records();
        try (Reader text = source.open(meter)) {
            switch (records.shape()) {
                case JSON -> {
                    var reader = new JsonRecords(layout, unit());
                    if (SeenPaths.hasDocumentOnEachLine(source.preview())) {
                        reader.readLines(text, record);
                    } else {
                        reader.readDocuments(text, record);
                    }
                }
                case TABLE ->
                        new JsonTable(layout, records.rows().getFirst(), records.rows().getLast())
                                .read(text, record);
                case LOGFMT -> new TextLines(layout, TextLines.Syntax.LOGFMT).read(text, record);
                case QUERY -> new TextLines(layout, TextLines.Syntax.QUERY).read(text, record);
                case DELIMITED -> throw new IllegalStateException(mapping.format().key());
            }
        } catch (JacksonException broken) {
            if (broken.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw ImportProblems.brokenJson(source.name(), broken);
        }
    }

    /// The way to the units that this file has; none if its documents are the units.
    private List<String> unit() {
        var seen = SeenPaths.of(source.preview());
        return mapping.records().units().stream()
                .filter(names -> seen.has(String.join(".", names)))
                .findFirst()
                .orElse(List.of());
    }
}
