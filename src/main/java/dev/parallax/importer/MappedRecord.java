package dev.parallax.importer;

import dev.parallax.importer.layout.FieldPath;
import dev.parallax.importer.layout.Fields;
import dev.parallax.importer.layout.Layout;
import dev.parallax.importer.mapping.Condition;
import dev.parallax.importer.mapping.Field;
import dev.parallax.importer.mapping.Mapping;
import dev.parallax.importer.mapping.Place;
import dev.parallax.importer.mapping.Scale;
import dev.parallax.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Makes a draft of each record whose texts have fixed places, as a mapping says.
final class MappedRecord implements Fields {
    private final Layout layout;
    private final Consumer<Draft> intake;
    private final List<Slot> slots = new ArrayList<>();
    private final List<MetricPlace> metrics = new ArrayList<>();
    private final List<OnePlace> others = new ArrayList<>();
    private final List<ConditionCheck> filters = new ArrayList<>();
    private final List<ConditionCheck> exclusions = new ArrayList<>();
    private final Measurement measurement;
    private final Identity identity = new Identity();
    private final Draft draft = new Draft();
    private final RawText raw = new RawText();
    private boolean hasLine;
    private int record;

    /// Takes the texts found at one path.
    private interface Slot {
        void take(char[] text, int from, int length);
    }

    /// @param units of the metrics whose unit the mapping leaves open
    /// @param intake takes each draft, which is used again afterwards
    MappedRecord(
            Mapping mapping, Cells cells, Map<Metric, FoundUnit> units, Consumer<Draft> intake) {
        this.intake = intake;
        this.measurement = new Measurement(mapping, cells);
        var paths = new ArrayList<FieldPath>();
        for (Place place : mapping.places()) {
            add(place, cells, units, paths);
        }
        for (Condition condition : mapping.filters()) {
            var check = new ConditionCheck(condition);
            filters.add(check);
            add(condition.paths(), check::take, paths);
        }
        for (Condition condition : mapping.exclusions()) {
            var check = new ConditionCheck(condition);
            exclusions.add(check);
            add(condition.paths(), check::take, paths);
        }
        this.layout = Layout.of(paths, mapping.rows());
    }

    private void add(
            Place place, Cells cells, Map<Metric, FoundUnit> units, List<FieldPath> paths) {
        if (place.field() instanceof Field.OfMetric(Metric metric)) {
            FoundUnit unit = units.get(metric);
            Scale otherwise = unit == null ? Cells.usual(metric) : unit.scale();
            Scale scale = place.scale() == null ? otherwise : place.scale();
            var placed = new MetricPlace(place, cells.metric(metric, scale));
            metrics.add(placed);
            addRanked(place.paths(), placed.values::take, paths);
            addRanked(place.minus(), placed.origins::take, paths);
        } else {
            addOther(place, cell(place.field(), cells), paths);
        }
    }

    /// A place with one path is read as it comes; there are many of these in large files.
    private void addOther(Place place, Cell cell, List<FieldPath> paths) {
        boolean isIdentity = place.field() == Field.Single.IDENTITY;
        if (isIdentity || (place.paths().size() == 1 && place.several() == Place.Several.LAST)) {
            add(place.paths(), (text, from, length) -> cell.read(text, from, length, draft), paths);
        } else {
            var one = new OnePlace(place, cell);
            others.add(one);
            addRanked(place.paths(), one::take, paths);
        }
    }

    private interface Ranked {
        void take(int rank, int record, char[] text, int from, int length);
    }

    private void addRanked(List<FieldPath> some, Ranked taker, List<FieldPath> paths) {
        for (int i = 0; i < some.size(); i++) {
            int rank = i;
            paths.add(some.get(i));
            slots.add((text, from, length) -> taker.take(rank, record, text, from, length));
        }
    }

    private void add(List<FieldPath> some, Slot slot, List<FieldPath> paths) {
        for (FieldPath path : some) {
            paths.add(path);
            slots.add(slot);
        }
    }

    private Cell cell(Field field, Cells cells) {
        return field == Field.Single.IDENTITY
                ? identity.part(cells.missing())
                : cells.cell(field, Scale.MILLISECONDS, measurement);
    }

    /// Where the texts are that this wants.
    Layout layout() {
        return layout;
    }

    @Override
    public void line(char[] text, int from, int length) {
        raw.set(text, from, length);
        hasLine = true;
    }

    @Override
    public void begin(long line) {
        record++;
        draft.clear();
        draft.line = line;
        draft.source = hasLine ? raw : null;
        measurement.clear();
        identity.clear();
        filters.forEach(ConditionCheck::clear);
        exclusions.forEach(ConditionCheck::clear);
    }

    /// The record as it is in the file.
    void source(RawText text) {
        draft.source = text;
    }

    /// The record is of no use, whatever its texts say.
    void refuse(Reason reason) {
        draft.refusal = reason;
    }

    @Override
    public void field(int slot, char[] text, int from, int length) {
        slots.get(slot).take(text, from, length);
    }

    @Override
    public void end() {
        for (ConditionCheck filter : filters) {
            if (!filter.holds()) {
                draft.refuse(filter.filtered());
            }
        }
        for (ConditionCheck exclusion : exclusions) {
            if (exclusion.holds()) {
                draft.exclusion = exclusion.excluded().code();
            }
        }
        for (OnePlace other : others) {
            other.writeTo(draft, record);
        }
        for (MetricPlace metric : metrics) {
            metric.writeTo(draft, record);
        }
        if (measurement.isNamed()) {
            measurement.writeTo(draft);
        }
        identity.writeTo(draft);
        intake.accept(draft);
    }

    @Override
    public void broken(long line, Fault fault) {
        draft.clear();
        draft.line = line;
        draft.source = hasLine && fault == Fault.SYNTAX ? raw : null;
        draft.refuse(
                switch (fault) {
                    case SYNTAX -> Reason.NOT_OF_THE_FORMAT;
                    case SIZE -> Reason.TOO_LONG;
                });
        intake.accept(draft);
    }

    /// What is no metric: the text of the likeliest path counts, the first or the last one there.
    /// It is read when the record is complete, so that one which does not count is not complained
    /// of.
    private static final class OnePlace {
        private final Place.Several several;
        private final Cell cell;
        private char[] text = new char[64];
        private int length;
        private int seenIn;
        private int best;

        OnePlace(Place place, Cell cell) {
            this.several = place.several();
            this.cell = cell;
        }

        void take(int rank, int record, char[] source, int from, int count) {
            if (count == 0) {
                return;
            }
            boolean isFirst = seenIn != record;
            if (isFirst || rank < best || (rank == best && several != Place.Several.FIRST)) {
                seenIn = record;
                best = rank;
                if (count > text.length) {
                    text = new char[count * 2];
                }
                System.arraycopy(source, from, text, 0, count);
                length = count;
            }
        }

        void writeTo(Draft draft, int record) {
            if (seenIn == record) {
                cell.read(text, 0, length, draft);
            }
        }
    }
}
