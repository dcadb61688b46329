package dev.parallax.importer;

import dev.parallax.importer.mapping.Field;
import dev.parallax.importer.mapping.FieldNames.Match;
import dev.parallax.importer.mapping.Mapping;
import dev.parallax.importer.mapping.Scale;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Dictionary;
import java.util.HashMap;
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
    private final Map<Field, Cell> cellOfField = new HashMap<>();
    private final Map<Field, Integer> rankInRecord = new HashMap<>();
    private final Cell page;
    private boolean isPageView;
    private String navigationUrl = "";

    /// What the name of a member means.
    ///
    /// @param rank 0 for the likeliest name
    private record Member(Field field, int rank, Cell cell) {}

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
        draft.clear();
        measurement.clear();
        rankInRecord.clear();
        isPageView = false;
        navigationUrl = "";
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            readMember(parser, draft);
        }
        if (draft.page == Dictionary.UNKNOWN) {
            page.read(navigationUrl.toCharArray(), 0, navigationUrl.length(), draft);
        }
        if (isPageView) {
            return;
        }
        if (measurement.isNamed()) {
            measurement.writeTo(draft);
        } else {
            draft.refuse(Reason.OTHER_RECORD);
        }
    }

    private void readMember(JsonParser parser, Draft draft) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        Member member = member(name);
        if (member == null) {
            parser.skipChildren();
            return;
        }
        isPageView |=
                member.field instanceof Field.OfMetric || member.field == Field.Single.METRICS;
        if (token == JsonToken.START_ARRAY) {
            readArray(member.field, parser, draft);
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
        Cell cell = cellOfField.computeIfAbsent(match.field(), this::cell);
        return new Member(match.field(), match.rank(), cell);
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
        Integer before = rankInRecord.get(member.field);
        if (before == null || before >= member.rank) {
            rankInRecord.put(member.field, member.rank);
            readScalar(member.cell, token, parser, draft);
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
            switch (member.field) {
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
            boolean isValue =
                    inner != null
                            && token.isScalarValue()
                            && (member.field == Field.Single.METRICS
                                    ? inner.field instanceof Field.OfMetric
                                    : inner.field == Field.Single.METRIC_VALUE);
            if (inner != null && isValue) {
                Cell cell = member.field == Field.Single.METRICS ? inner.cell : member.cell;
                readScalar(cell, token, parser, draft);
            } else {
                parser.skipChildren();
            }
        }
    }
}
