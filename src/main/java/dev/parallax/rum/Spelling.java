package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.PageTemplate;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Holds a segment against the values that occur in a data set.
final class Spelling {
    /// Values named in a message; more would hide what to do next.
    private static final int NAMED = 12;

    private final PageViews views;

    Spelling(PageViews views) {
        this.views = views;
    }

    Segment resolve(Segment segment) {
        var resolved = new EnumMap<Dimension, Set<String>>(Dimension.class);
        segment.values()
                .forEach((dimension, values) ->
                        resolved.put(
                                dimension,
                                values.stream()
                                        .map(value -> resolve(dimension, value))
                                        .collect(Collectors.toCollection(TreeSet::new))));
        PageTemplate page = segment.page();
        if (page != null && !views.pages().contains(page)) {
            page = views.rules().of(page.path());
        }
        if (page != null && !views.pages().contains(page)) {
            throw absent(
                    "page", page.path(), views.pages().stream().map(PageTemplate::path).toList());
        }
        return new Segment(resolved, page, segment.window(), segment.including());
    }

    private String resolve(Dimension dimension, String value) {
        if (value.equalsIgnoreCase(Segment.UNKNOWN_VALUE)) {
            return Segment.UNKNOWN_VALUE;
        }
        List<String> known = views.values(dimension);
        if (known.contains(value)) {
            return value;
        }
        return known.stream()
                .filter(value::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> absent(dimension.key(), value, known));
    }

    private ProblemException absent(String key, String value, List<String> known) {
        String name = "\"" + views.dataset().name() + "\"";
        if (known.isEmpty()) {
            return new ProblemException(
                    Problem.usage(
                            "segment-value-absent",
                            "no page view has the %s \"%s\"".formatted(key, value),
                            name + " does not say the " + key + " of its page views",
                            "leave out this filter"));
        }
        String named = known.stream().sorted().limit(NAMED).collect(Collectors.joining(", "));
        return new ProblemException(
                Problem.usage(
                        "segment-value-absent",
                        "no page view has the %s \"%s\"".formatted(key, value),
                        name + " has " + named + (known.size() > NAMED ? ", …" : ""),
                        "use one of these"));
    }
}
