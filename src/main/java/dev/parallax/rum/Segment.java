package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.PageTemplate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A part of the page views: those that have one of the given values in each given dimension, are
/// of the given page and began in the given time. Page views with an [Exclusion] are in it only if
/// it is asked for.
///
/// @param values per dimension the values that belong to the segment, at least one; a dimension
///   that is left out does not matter
/// @param page the page all views are of, or any
/// @param window when the views began, or any time; views of unknown time are in no window
/// @param including excluded page views that belong to it beside the counted ones
public record Segment(
        Map<Dimension, Set<String>> values,
        @Nullable PageTemplate page,
        @Nullable TimeWindow window,
        Set<Exclusion> including) {

    /// How a page view's unknown value of a dimension is written.
    public static final String UNKNOWN_VALUE = "unknown";

    /// Every page view that counts.
    public static final Segment ALL = new Segment(Map.of(), null, null);

    /// A segment of page views that count.
    public Segment(
            Map<Dimension, Set<String>> values,
            @Nullable PageTemplate page,
            @Nullable TimeWindow window) {
        this(values, page, window, Set.of());
    }

    public Segment {
        var copy = new EnumMap<Dimension, Set<String>>(Dimension.class);
        values.forEach((dimension, some) -> {
            if (some.isEmpty()) {
                throw new IllegalArgumentException("no value of " + dimension.key());
            }
            copy.put(dimension, Collections.unmodifiableSet(new TreeSet<>(some)));
        });
        values = Collections.unmodifiableMap(copy);
        var others = EnumSet.noneOf(Exclusion.class);
        others.addAll(including);
        others.remove(Exclusion.NONE);
        including = Collections.unmodifiableSet(others);
    }

    /// The segment of texts such as `device=mobile`, `page=/product/:id`, `from=2026-11-01`,
    /// `to=2026-11-02T12:00:00Z`, `include=bot`. A dimension that is named twice takes either
    /// value.
    ///
    /// @throws dev.parallax.problem.ProblemException if a text cannot be understood
    public static Segment parse(List<String> texts) {
        return SegmentTexts.parse(texts);
    }

    /// The texts of which [#parse] makes this segment.
    public List<String> texts() {
        return SegmentTexts.write(this);
    }

    /// This segment with other values in one dimension.
    ///
    /// @param some if empty, the dimension no longer matters
    public Segment with(Dimension dimension, Set<String> some) {
        var changed = new EnumMap<Dimension, Set<String>>(Dimension.class);
        changed.putAll(values);
        changed.remove(dimension);
        if (!some.isEmpty()) {
            changed.put(dimension, some);
        }
        return new Segment(changed, page, window, including);
    }

    /// This segment whatever the value in one dimension: what a list of that dimension's values
    /// counts.
    public Segment without(Dimension dimension) {
        return with(dimension, Set.of());
    }

    /// This segment for another page, or for any.
    public Segment withPage(@Nullable PageTemplate other) {
        return new Segment(values, other, window, including);
    }

    /// This segment for another stretch of time, or for any.
    public Segment withWindow(@Nullable TimeWindow other) {
        return new Segment(values, page, other, including);
    }

    /// This segment with other excluded page views in it, or with none.
    public Segment including(Set<Exclusion> others) {
        return new Segment(values, page, window, others);
    }

    /// True if exactly the page views that count belong to it.
    public boolean isAll() {
        return equals(ALL);
    }

    /// The segment in words: `device mobile, country DE or FR, page /product/:id`; `all page views`
    /// if nothing is left out.
    @Override
    public String toString() {
        var parts = new ArrayList<String>();
        values.forEach(
                (dimension, some) -> parts.add(dimension.key() + " " + String.join(" or ", some)));
        if (page != null) {
            parts.add("page " + page);
        }
        if (window != null) {
            parts.add("from " + window.from() + " to " + window.to());
        }
        if (!including.isEmpty()) {
            parts.add(
                    "including "
                            + including.stream()
                                    .map(Exclusion::label)
                                    .collect(Collectors.joining(" and ")));
        }
        return parts.isEmpty() ? "all page views" : String.join(", ", parts);
    }
}
