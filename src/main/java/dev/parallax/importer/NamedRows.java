package dev.parallax.importer;

import dev.parallax.importer.mapping.Field;
import dev.parallax.importer.mapping.Mapping;
import dev.parallax.importer.mapping.Scale;
import dev.parallax.metric.Metric;
import org.jspecify.annotations.Nullable;

/// Takes the rows of a file whose columns were told by the words in their names.
final class NamedRows extends CsvRows {
    private final Intake intake;
    private final Draft draft = new Draft();
    private final @Nullable Cell[] cells;
    private final Measurement measurement;

    NamedRows(Header header, Mapping mapping, Intake intake) {
        super(header);
        this.intake = intake;
        Cells made = intake.cells(mapping);
        this.measurement = new Measurement(mapping, made);
        this.cells = new Cell[header.names().size()];
        for (int column = 0; column < cells.length; column++) {
            cells[column] =
                    header.match(column)
                            .map(match -> cell(match.field(), header, made))
                            .orElse(null);
        }
    }

    private Cell cell(Field field, Header header, Cells made) {
        Scale scale = Scale.MILLISECONDS;
        if (field instanceof Field.OfMetric(Metric metric)) {
            FoundUnit unit = header.units().get(metric);
            scale = unit == null ? scale : unit.scale();
        }
        return made.cell(field, scale, measurement);
    }

    @Override
    void begin(long line) {
        draft.clear();
        draft.line = line;
        measurement.clear();
    }

    @Override
    void cell(int column, char[] text, int from, int length) {
        // One call for all kinds of cells is a jump through a table that the compiler cannot see
        // through; told apart first, the kinds that a row has many of are compiled into this place
        switch (cells[column]) {
            case MetricCell metric -> metric.read(text, from, length, draft);
            case DimensionCell dimension -> dimension.read(text, from, length, draft);
            case TimeCell time -> time.read(text, from, length, draft);
            case PageCell page -> page.read(text, from, length, draft);
            case Cell other -> other.read(text, from, length, draft);
            case null -> {}
        }
    }

    @Override
    void end(@Nullable Reason refusal, RawText text) {
        if (refusal != null) {
            // what the row itself is wrong by goes before what is wrong with a cell
            draft.refusal = refusal;
        } else if (measurement.isNamed()) {
            measurement.writeTo(draft);
        }
        draft.source = text;
        intake.accept(draft);
    }
}
