package dev.parallax.browser;

import com.microsoft.playwright.Page;
import dev.parallax.measure.PageTiming;
import dev.parallax.measure.PageTiming.LargestPaint;
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

    private record View(double fromMillis, Map<Metric, Double> metrics) {
        static final View NONE = new View(0, Map.of());
    }

    private record State(
            boolean loaded,
            PageTiming.Kind kind,
            Optional<LargestPaint> largest,
            List<View> views) {}

    private static final int MOST_VIEWS = 1_000;
    private static final int LONGEST = 2_000;

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
                        kind(report.get("navigation")),
                        largest(report.get("largest")),
                        views.stream().map(Documents::view).toList());
        states.put(key, state);
        newest.merge(tab, key, (one, other) -> one.timeOrigin() > other.timeOrigin() ? one : other);
    }

    private static PageTiming.Kind kind(@Nullable Object type) {
        return switch (String.valueOf(type)) {
            case "reload" -> PageTiming.Kind.RELOAD;
            case "back_forward" -> PageTiming.Kind.BACK_FORWARD;
            default -> PageTiming.Kind.NAVIGATION;
        };
    }

    private static Optional<LargestPaint> largest(@Nullable Object largest) {
        if (largest instanceof Map<?, ?> paint
                && paint.get("element") instanceof String element
                && paint.get("url") instanceof String url) {
            return Optional.of(new LargestPaint(cut(element), cut(url)));
        }
        return Optional.empty();
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static View view(@Nullable Object view) {
        double from =
                view instanceof Map<?, ?> values
                                && values.get("from") instanceof Number number
                                && number.doubleValue() >= 0
                        ? number.doubleValue()
                        : 0;
        return new View(from, metrics(view));
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
        return view(document, view).metrics();
    }

    private View view(Key document, int view) {
        State state = states.get(document);
        return state == null || view >= state.views().size() ? View.NONE : state.views().get(view);
    }

    /// Where a view of a document lies on the time line that begins with `start`.
    PageTiming timing(Key document, int view, Start start) {
        State state = states.get(document);
        double began = start.millisUntil(document.timeOrigin() + view(document, view).fromMillis());
        if (view > 0 || state == null) {
            return new PageTiming(began, PageTiming.Kind.SOFT, Optional.empty());
        }
        return new PageTiming(began, state.kind(), state.largest());
    }

    /// All documents seen so far.
    List<Key> seen() {
        return new ArrayList<>(states.keySet());
    }
}
