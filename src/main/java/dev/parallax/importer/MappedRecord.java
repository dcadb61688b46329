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
import org.jspecify.annotations.Nullable;

/// Makes a draft of each record whose texts have fixed places, as a mapping says.
final class MappedRecord implements Fields {
    private final Layout layout;
    private final Consumer<Draft> intake;
    private final List<Slot> slots = new ArrayList<>();
    private final List<MetricPlace> metrics = new ArrayList<>();
    private final List<OnePlace> others = new ArrayList<>();
    private final List<ConditionCheck> filters = new ArrayList<>();
    private final List<ConditionCheck> exclusions = new ArrayList<>();
    private final List<ConditionCheck> conditions = new ArrayList<>();
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
        this.measurement = new Measurement(mapping, cells, units);
        var paths = new ArrayList<FieldPath>();
        for (Place place : mapping.places()) {
            add(place, mapping, cells, units, paths);
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
            Place place,
            Mapping mapping,
            Cells cells,
            Map<Metric, FoundUnit> units,
            List<FieldPath> paths) {
        if (place.field() instanceof Field.OfMetric(Metric metric)) {
            FoundUnit unit = units.get(metric);
            Scale otherwise = unit == null ? Cells.usual(metric) : unit.scale();
            Scale scale = place.scale() == null ? otherwise : place.scale();
            var placed =
                    new MetricPlace(
                            place,
                            cells.metric(metric, scale),
                            mapping.numbers(),
                            when(place.when(), paths));
            metrics.add(placed);
            addRanked(place.paths(), placed.values::take, paths);
            addRanked(place.minus(), placed.origins::take, paths);
            addRanked(place.plus(), placed.seconds::take, paths);
        } else {
            addOther(place, cell(place.field(), cells), paths);
        }
    }

    private @Nullable ConditionCheck when(@Nullable Condition condition, List<FieldPath> paths) {
        if (condition == null) {
            return null;
        }
        var check = new ConditionCheck(condition);
        conditions.add(check);
        add(condition.paths(), check::take, paths);
        return check;
    }

    /// A place with one path is read as it comes; there are many of these in large files.
    private void addOther(Place place, Cell cell, List<FieldPath> paths) {
        boolean isIdentity = place.field() == Field.Single.IDENTITY;
        if (isIdentity || isReadAsItComes(place)) {
            add(place.paths(), (text, from, length) -> cell.read(text, from, length, draft), paths);
        } else {
            var one = new OnePlace(place, cell);
            others.add(one);
            addRanked(place.paths(), one.first::take, paths);
            addRanked(place.with(), one.second::take, paths);
        }
    }

    private static boolean isReadAsItComes(Place place) {
        return place.paths().size() == 1
                && place.several() == Place.Several.LAST
                && place.with().isEmpty()
                && place.after().isEmpty();
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
        conditions.forEach(ConditionCheck::clear);
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
}
