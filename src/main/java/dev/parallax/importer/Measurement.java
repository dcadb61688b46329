package dev.parallax.importer;

import dev.parallax.importer.mapping.Field;
import dev.parallax.importer.mapping.Mapping;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Chunk;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One metric that a record tells by name, value and id, in any order:
/// `{"name":"LCP","value":1250,…}`. Used again for each record.
final class Measurement {
    /// `v6-1795380331629-7671779130295`: version, milliseconds since 1970, random.
    private static final Pattern WEB_VITALS_ID = Pattern.compile("v\\d+-(\\d{13})-\\d+");

    private static final int LONGEST_NUMBER = 64;
    private static final int NAMES_REMEMBERED = 1_000;
    private static final int NONE = -1;

    private final Mapping mapping;
    private final Cell[] cells = new Cell[Draft.METRICS];
    private final Map<String, Integer> metrics = new HashMap<>();
    private final char[] value = new char[LONGEST_NUMBER];
    private int valueLength;
    private boolean isNamed;
    private String text = "";
    private int metric;
    private long id;
    private long idTime;

    Measurement(Mapping mapping, Cells cells) {
        this(mapping, cells, Map.of());
    }

    /// @param units of the metrics whose unit the mapping leaves to the values
    Measurement(Mapping mapping, Cells cells, Map<Metric, FoundUnit> units) {
        this.mapping = mapping;
        for (int i = 0; i < Draft.METRICS; i++) {
            Metric metric = Metric.all().get(i);
            FoundUnit unit = units.get(metric);
            this.cells[i] = cells.metric(metric, unit == null ? Cells.usual(metric) : unit.scale());
        }
        clear();
    }

    void clear() {
        valueLength = 0;
        isNamed = false;
        metric = NONE;
        id = Draft.NO_ID;
        idTime = Chunk.NO_TIME;
    }

    void name(char[] source, int from, int length) {
        isNamed = length > 0;
        text = new String(source, from, length);
        Integer known = metrics.get(text);
        if (known == null) {
            known = find(text);
            if (metrics.size() < NAMES_REMEMBERED) {
                metrics.put(text, known);
            }
        }
        metric = known;
    }

    private int find(String name) {
        return mapping.match(name)
                .map(match ->
                        match.field() instanceof Field.OfMetric(Metric found)
                                ? Metric.all().indexOf(found)
                                : NONE)
                .orElse(NONE);
    }

    void value(char[] source, int from, int length) {
        valueLength = Math.min(length, LONGEST_NUMBER);
        System.arraycopy(source, from, value, 0, valueLength);
    }

    void id(char[] source, int from, int length) {
        id = length == 0 ? Draft.NO_ID : Hash.of(source, from, length);
        Matcher made = WEB_VITALS_ID.matcher(new String(source, from, length));
        idTime = made.matches() ? Long.parseLong(made.group(1)) : Chunk.NO_TIME;
    }

    /// The metric's name as it was told.
    String nameText() {
        return text;
    }

    /// Whether the record told a metric's name at all.
    boolean isNamed() {
        return isNamed;
    }

    /// Writes the metric into the draft; if it is one that is not kept, the record is no page view.
    void writeTo(Draft draft) {
        draft.isMeasurement = true;
        if (metric == NONE) {
            draft.refuse(Reason.OTHER_RECORD);
        } else {
            addTo(draft);
        }
    }

    /// Writes the metric into the draft of a whole page view.
    ///
    /// @return false if it is one that is not kept
    boolean addTo(Draft draft) {
        if (metric == NONE) {
            return false;
        }
        cells[metric].read(value, 0, valueLength, draft);
        draft.metricIds[metric] = id;
        if (idTime >= Times.EARLIEST && idTime < Times.LATEST) {
            draft.measuredFrom = idTime;
        }
        return true;
    }
}
