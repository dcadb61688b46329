package dev.parallax.importer;

import dev.parallax.importer.layout.Fields;
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
import java.io.StringReader;
import java.io.UncheckedIOException;
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
        units.putAll(guessed());
        for (Place place : mapping.places()) {
            if (place.field() instanceof Field.OfMetric(Metric metric)) {
                units.putIfAbsent(metric, FoundUnit.ofFormat(metric, place.scale()));
            }
        }
        if (mapping.places().stream()
                .anyMatch(place -> place.field() == Field.Single.METRIC_NAME)) {
            Metric.all()
                    .forEach(metric -> units.putIfAbsent(metric, FoundUnit.ofFormat(metric, null)));
        }
        return units;
    }

    /// The units that the first values decide.
    private Map<Metric, FoundUnit> guessed() {
        if (mapping.numbers().guessed().isEmpty()) {
            return Map.of();
        }
        var sample = new UnitSample(mapping);
        try {
            read(new StringReader(source.preview()), sample.layout(), sample);
        } catch (JacksonException cutOff) {
            // as far as it goes is enough
            return sample.units();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return sample.units();
    }

    /// The first records, one column for each place that they have something at.
    PreviewTable preview() {
        var preview = new PlacedPreview(mapping);
        try {
            read(new StringReader(source.preview()), preview.layout(), preview);
        } catch (JacksonException cutOff) {
            // as far as it goes is enough
            return preview.table();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return preview.table();
    }

    @Override
    public void read(Intake intake, Meter meter) throws IOException {
        var record = new MappedRecord(mapping, intake.cells(mapping), guessed(), intake::accept);
        try (Reader text = source.open(meter)) {
            read(text, record.layout(), record);
        } catch (JacksonException broken) {
            if (broken.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw ImportProblems.brokenJson(source.name(), broken);
        }
    }

    private void read(Reader text, Layout layout, Fields fields) throws IOException {
        Mapping.Records records = mapping.records();
        switch (records.shape()) {
            case JSON -> {
                var reader = new JsonRecords(layout, unit());
                if (SeenPaths.hasDocumentOnEachLine(source.preview())) {
                    reader.readLines(text, fields);
                } else {
                    reader.readDocuments(text, fields);
                }
            }
            case TABLE ->
                    new JsonTable(layout, records.rows().getFirst(), records.rows().getLast())
                            .read(text, fields);
            case LOGFMT -> new TextLines(layout, TextLines.Syntax.LOGFMT).read(text, fields);
            case QUERY -> new TextLines(layout, TextLines.Syntax.QUERY).read(text, fields);
            case DELIMITED -> throw new IllegalStateException(mapping.format().key());
        }
    }

    /// The way to the units that this file has; none if its documents are the units.
    private List<String> unit() {
        var seen = SeenPaths.of(source.preview());
        return mapping.records().units().stream()
                .filter(names ->
                        seen.has(String.join(".", names)) || seen.has(String.join("[].", names)))
                .findFirst()
                .orElse(List.of());
    }
}
