package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.PageTemplate;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a segment from texts of the form `key=value`.
final class SegmentTexts {
    private static final Instant BEGINNING = Instant.ofEpochMilli(0);
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private final Map<Dimension, Set<String>> values = new EnumMap<>(Dimension.class);
    private final Set<Exclusion> including = EnumSet.noneOf(Exclusion.class);
    private @Nullable PageTemplate page;
    private @Nullable Instant from;
    private @Nullable Instant to;

    static Segment parse(List<String> texts) {
        var parser = new SegmentTexts();
        texts.forEach(parser::add);
        return parser.segment();
    }

    static List<String> write(Segment segment) {
        List<String> texts = new ArrayList<>();
        segment.values()
                .forEach((dimension, some) ->
                        some.forEach(value -> texts.add(dimension.key() + "=" + value)));
        if (segment.page() != null) {
            texts.add("page=" + segment.page());
        }
        if (segment.window() != null) {
            texts.add("from=" + segment.window().from());
            texts.add("to=" + segment.window().to());
        }
        segment.including().forEach(exclusion -> texts.add("include=" + exclusion.key()));
        return texts;
    }

    private void add(String text) {
        int sign = text.indexOf('=');
        if (sign < 1 || sign == text.length() - 1) {
            throw new ProblemException(
                    Problem.usage(
                            "segment-not-a-pair",
                            "cannot filter by \"" + text + "\"",
                            "it is not of the form key=value",
                            "write for example device=mobile"));
        }
        String key = text.substring(0, sign).strip();
        String value = text.substring(sign + 1).strip();
        switch (key.toLowerCase(Locale.ROOT)) {
            case "page" -> page = PageTemplate.of(value);
            case "from" -> from = instant(value, text);
            case "to" -> to = instant(value, text);
            case "include" -> including.add(exclusion(value, text));
            default ->
                    values.computeIfAbsent(dimension(key, text), _ -> new TreeSet<>()).add(value);
        }
    }

    private static Dimension dimension(String key, String text) {
        return Dimension.byKey(key)
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.usage(
                                        "segment-unknown-key",
                                        "cannot filter by \"" + text + "\"",
                                        "page views have no \"" + key + "\"",
                                        "use one of " + keys())));
    }

    private static Exclusion exclusion(String value, String text) {
        return Exclusion.byKey(value)
                .filter(one -> one != Exclusion.NONE)
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.usage(
                                        "segment-unknown-exclusion",
                                        "cannot filter by \"" + text + "\"",
                                        "no page views are left out as \"" + value + "\"",
                                        "use one of " + exclusions())));
    }

    private static String exclusions() {
        return Exclusion.all().stream()
                .filter(one -> one != Exclusion.NONE)
                .map(Exclusion::key)
                .collect(Collectors.joining(", "));
    }

    private static String keys() {
        return Dimension.all().stream().map(Dimension::key).collect(Collectors.joining(", "))
                + ", page, from, to, include";
    }

    private static Instant instant(String value, String text) {
        try {
            return value.indexOf('T') < 0
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(value);
        } catch (DateTimeParseException notATime) {
            throw new ProblemException(
                    Problem.usage(
                            "segment-not-a-time",
                            "cannot filter by \"" + text + "\"",
                            "\"" + value + "\" is not a date or time",
                            "write 2026-11-23 (midnight UTC) or 2026-11-23T12:00:00Z"),
                    notATime);
        }
    }

    private Segment segment() {
        return new Segment(values, page, window(), including);
    }

    private @Nullable TimeWindow window() {
        if (from == null && to == null) {
            return null;
        }
        Instant first = from == null ? BEGINNING : from;
        Instant end = to == null ? END : to;
        if (!first.isBefore(end)) {
            throw new ProblemException(
                    Problem.usage(
                            "segment-empty-time",
                            "cannot filter from " + first + " to " + end,
                            "the end is not after the beginning",
                            "exchange them"));
        }
        return new TimeWindow(first, end);
    }
}
