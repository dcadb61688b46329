package dev.parallax.importer;

import dev.parallax.importer.layout.LineShapes;
import dev.parallax.importer.mapping.Field;
import dev.parallax.importer.mapping.FieldNames.Match;
import dev.parallax.importer.mapping.Mapping;
import dev.parallax.importer.mapping.Scale;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads one JSON object into a draft. It is a beacon of one metric
/// (`{"name":"LCP","value":1250,"id":…}`), a page view with its metrics as members
/// (`{"url":…,"lcp":1250}`), or a page view with a list of beacons (`{"url":…,"metrics":[…]}`).
final class JsonRecord {
    private static final int NAMES_REMEMBERED = 10_000;

    private final Mapping mapping;
    private final Tally tally;
    private final Cells cells;
    private final Measurement measurement;
    private final Measurement listed;
    private final Map<String, Optional<Member>> members = new HashMap<>();
    private final Map<Field, Known> fields = new HashMap<>();
    private final LineShapes<Shape> shapes = new LineShapes<>(this::shape);
    private final Cell page;
    private long records;
    private boolean isPageView;
    private String navigationUrl = "";

    /// What the name of a member means.
    ///
    /// @param rank 0 for the likeliest name
    private record Member(Known known, int rank) {
        Field field() {
            return known.field;
        }

        Cell cell() {
            return known.cell;
        }

        /// Whether only a whole page view has it, not a beacon of one metric.
        boolean isOfPageView() {
            return known.field instanceof Field.OfMetric || known.field == Field.Single.METRICS;
        }
    }

    /// A field that some member has.
    private static final class Known {
        private final Field field;
        private final Cell cell;

        /// The record it was last met in, and the rank of its name there.
        private long record;

        private int rank;

        Known(Field field, Cell cell) {
            this.field = field;
            this.cell = cell;
        }

        /// Whether no likelier name for the same thing came before in this record.
        boolean isLikelier(int rankNow, long recordNow) {
            if (record == recordNow && rank < rankNow) {
                return false;
            }
            record = recordNow;
            rank = rankNow;
            return true;
        }
    }

    /// What to do with the values of lines that are built alike.
    static final class Shape {
        /// What reads each value; null where it means nothing.
        private final @Nullable Cell[] cells;

        private final boolean isPageView;

        private Shape(@Nullable Cell[] cells, boolean isPageView) {
            this.cells = cells;
            this.isPageView = isPageView;
        }
    }

    JsonRecord(Mapping mapping, Cells cells, Tally tally) {
        this.mapping = mapping;
        this.tally = tally;
        this.cells = cells;
        this.page = cells.page();
        this.measurement = new Measurement(mapping, cells);
        this.listed = new Measurement(mapping, cells);
    }

    /// Reads the object whose `{` the parser has just read, to its `}`.
    ///
    /// @throws tools.jackson.core.JacksonException if it is not well-formed
    void read(JsonParser parser, Draft draft) {
        begin(draft);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            readMember(parser, draft);
        }
        if (draft.page == Dictionary.UNKNOWN) {
            page.read(navigationUrl.toCharArray(), 0, navigationUrl.length(), draft);
        }
        end(draft);
    }

    private void begin(Draft draft) {
        draft.clear();
        measurement.clear();
        records++;
        isPageView = false;
        navigationUrl = "";
    }

    private void end(Draft draft) {
        if (isPageView) {
            return;
        }
        if (measurement.isNamed()) {
            measurement.writeTo(draft);
        } else {
            draft.refuse(Reason.OTHER_RECORD);
        }
    }

    /// The shapes of the lines that were read.
    LineShapes<Shape> shapes() {
        return shapes;
    }

    /// Reads the line whose shape was found last.
    void read(Shape shape, char[] text, Draft draft) {
        begin(draft);
        isPageView = shape.isPageView;
        for (int value = 0; value < shape.cells.length; value++) {
            if (shapes.length(value) >= 0) {
                read(
                        shape.cells[value],
                        shapes.text(value, text),
                        shapes.start(value),
                        shapes.length(value),
                        draft);
            }
        }
        end(draft);
    }

    private static void read(@Nullable Cell cell, char[] text, int from, int length, Draft draft) {
        // told apart first: one call for all kinds of cells would be compiled into no place
        switch (cell) {
            case MetricCell metric -> metric.read(text, from, length, draft);
            case DimensionCell dimension -> dimension.read(text, from, length, draft);
            case TimeCell time -> time.read(text, from, length, draft);
            case PageCell page -> page.read(text, from, length, draft);
            case Cell other -> other.read(text, from, length, draft);
            case null -> {}
        }
    }

    private Shape shape(List<List<String>> paths) {
        begin(new Draft());
        var cells = new @Nullable Cell[paths.size()];
        for (int value = 0; value < cells.length; value++) {
            cells[value] = cellAt(paths.get(value));
        }
        return new Shape(cells, isPageView);
    }

    /// The cell that reads the next value of a record; null if it means nothing.
    private @Nullable Cell cellAt(List<String> path) {
        Member member = member(path.getFirst());
        if (member == null) {
            return null;
        }
        isPageView |= member.isOfPageView();
        return switch (path.size()) {
            case 1 -> member.known.isLikelier(member.rank, records) ? member.cell() : null;
            case 2 -> cellWithin(member, member(path.getLast()));
            default -> null;
        };
    }

    private void readMember(JsonParser parser, Draft draft) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        Member member = member(name);
        if (member == null) {
            parser.skipChildren();
            return;
        }
        isPageView |= member.isOfPageView();
        if (token == JsonToken.START_ARRAY) {
            readArray(member.field(), parser, draft);
        } else if (token == JsonToken.START_OBJECT) {
            readObject(member, parser, draft);
        } else {
            readIfLikelier(member, token, parser, draft);
        }
    }

    /// The meaning of a name; null if it has none.
    private @Nullable Member member(String name) {
        Optional<Member> known = members.get(name);
        if (known == null) {
            known = mapping.match(name).map(this::member);
            if (members.size() < NAMES_REMEMBERED) {
                members.put(name, known);
                if (known.isEmpty()) {
                    tally.unused(name);
                }
            }
        }
        return known.orElse(null);
    }

    private Member member(Match match) {
        Known known = fields.computeIfAbsent(match.field(), field -> new Known(field, cell(field)));
        return new Member(known, match.rank());
    }

    private Cell cell(Field field) {
        if (field == Field.Single.PAGE) {
            return page;
        }
        Scale scale =
                field instanceof Field.OfMetric(Metric metric)
                        ? Cells.usual(metric)
                        : Scale.MILLISECONDS;
        return cells.cell(field, scale, measurement);
    }

    /// Reads a member unless one of a likelier name for the same thing came before in this record.
    private void readIfLikelier(Member member, JsonToken token, JsonParser parser, Draft draft) {
        if (member.known.isLikelier(member.rank, records)) {
            readScalar(member.cell(), token, parser, draft);
        }
    }

    private static void readScalar(Cell cell, JsonToken token, JsonParser parser, Draft draft) {
        if (token == JsonToken.VALUE_NULL) {
            return;
        }
        cell.read(
                parser.getStringCharacters(),
                parser.getStringOffset(),
                parser.getStringLength(),
                draft);
    }

    private void readArray(Field field, JsonParser parser, Draft draft) {
        if (field != Field.Single.METRICS && field != Field.Single.ENTRIES) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
            } else if (field == Field.Single.METRICS) {
                readListed(parser, draft);
            } else {
                readEntry(parser);
            }
        }
    }

    /// One beacon of a list: name, value, id, and what it says about the page view.
    private void readListed(JsonParser parser, Draft draft) {
        listed.clear();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            Member member = member(parser.currentName());
            JsonToken token = parser.nextToken();
            if (member == null || token.isStructStart()) {
                parser.skipChildren();
                continue;
            }
            switch (member.field()) {
                case Field.Single.METRIC_NAME -> readScalar(listed::name, token, parser);
                case Field.Single.METRIC_VALUE -> readScalar(listed::value, token, parser);
                case Field.Single.METRIC_ID -> readScalar(listed::id, token, parser);
                case Field.Single.NAVIGATION_ID, Field.Single.PAGE ->
                        readIfLikelier(member, token, parser, draft);
                case Field.OfDimension _ -> readIfLikelier(member, token, parser, draft);
                case Field.Single _, Field.OfMetric _ -> {}
            }
        }
        if (listed.isNamed() && !listed.addTo(draft)) {
            tally.unused("metric " + listed.nameText());
        }
    }

    private interface TextTaker {
        void take(char[] source, int from, int length);
    }

    private static void readScalar(TextTaker taker, JsonToken token, JsonParser parser) {
        if (token != JsonToken.VALUE_NULL) {
            taker.take(
                    parser.getStringCharacters(),
                    parser.getStringOffset(),
                    parser.getStringLength());
        }
    }

    /// A performance entry: the navigation's own one has the URL for its name.
    private void readEntry(JsonParser parser) {
        String name = "";
        boolean isNavigation = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String member = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.VALUE_STRING && member.equals("name")) {
                name = parser.getString();
            } else if (token == JsonToken.VALUE_STRING && member.equals("entryType")) {
                isNavigation = parser.getString().equals("navigation");
            } else {
                parser.skipChildren();
            }
        }
        if (isNavigation) {
            navigationUrl = name;
        }
    }

    /// Metrics as members of an object of their own, or one metric as an object with a `value`.
    private void readObject(Member member, JsonParser parser, Draft draft) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            Member inner = member(parser.currentName());
            JsonToken token = parser.nextToken();
            Cell cell = token.isScalarValue() ? cellWithin(member, inner) : null;
            if (cell == null) {
                parser.skipChildren();
            } else {
                readScalar(cell, token, parser, draft);
            }
        }
    }

    /// What reads a member of an object that is a member itself; null if it means nothing.
    private static @Nullable Cell cellWithin(Member member, @Nullable Member inner) {
        if (inner == null) {
            return null;
        }
        if (member.field() == Field.Single.METRICS) {
            return inner.field() instanceof Field.OfMetric ? inner.cell() : null;
        }
        return inner.field() == Field.Single.METRIC_VALUE ? member.cell() : null;
    }
}
