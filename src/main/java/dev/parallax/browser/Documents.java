package dev.parallax.browser;

import com.microsoft.playwright.Page;
import dev.parallax.metric.Metric;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the script in the pages has told of each document so far; the last word counts, so a
/// document's values outlive it. What it tells is the page's word and is checked, never trusted.
final class Documents {
    /// A document: the tab and when, on the browser's clock, its navigation started.
    record Key(Page tab, double timeOrigin) {}

    private record State(boolean loaded, List<Map<Metric, Double>> views) {}

    private static final int MOST_VIEWS = 1_000;

    private final Map<Key, State> states = new HashMap<>();
    private final Map<Page, Key> newest = new HashMap<>();

    /// Takes a report; a report that makes no sense is dropped.
    void report(Page tab, Object... arguments) {
        if (arguments.length != 1
                || !(arguments[0] instanceof Map<?, ?> report)
                || !(report.get("document") instanceof Number timeOrigin)
                || !(report.get("views") instanceof List<?> views)
                || views.size() > MOST_VIEWS) {
            return;
        }
        var key = new Key(tab, timeOrigin.doubleValue());
        var state =
                new State(
                        Boolean.TRUE.equals(report.get("loaded")),
                        views.stream().map(Documents::metrics).toList());
        states.put(key, state);
        newest.merge(tab, key, (one, other) -> one.timeOrigin() > other.timeOrigin() ? one : other);
    }

    private static Map<Metric, Double> metrics(@Nullable Object view) {
        var metrics = new EnumMap<Metric, Double>(Metric.class);
        if (view instanceof Map<?, ?> values) {
            for (Metric metric : Metric.all()) {
                if (values.get(metric.key()) instanceof Number number
                        && number.doubleValue() >= 0
                        && Double.isFinite(number.doubleValue())) {
                    metrics.put(metric, number.doubleValue());
                }
            }
        }
        return metrics;
    }

    /// The document the tab shows, as far as it has told of itself.
    Optional<Key> shown(Page tab) {
        return Optional.ofNullable(newest.get(tab));
    }

    /// True if the tab's document has fired its load event.
    boolean isLoaded(Page tab) {
        Key key = newest.get(tab);
        State state = key == null ? null : states.get(key);
        return state != null && state.loaded();
    }

    /// The metrics of one view of a document; empty if nothing was told.
    Map<Metric, Double> metrics(Key document, int view) {
        State state = states.get(document);
        return state == null || view >= state.views().size() ? Map.of() : state.views().get(view);
    }

    /// All documents seen so far.
    List<Key> seen() {
        return new ArrayList<>(states.keySet());
    }
}
