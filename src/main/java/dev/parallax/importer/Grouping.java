package dev.parallax.importer;

import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dictionary;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Joins records that tell of one page view: a web-vitals beacon each for LCP and CLS, or the same
/// beacon sent again with a larger value.
///
/// Records belong together if they have the same [Draft#view] and, unless that is certain, do not
/// contradict each other: they began to be measured within a minute (or, without that, are at most
/// half an hour apart), and where both have a metric it is the same measurement by its id. Of two
/// values of one measurement the larger one counts, since LCP, CLS and INP only ever grow.
///
/// Page views wait here for more records until [#CAPACITY] of them do; then the oldest go.
final class Grouping {
    /// Page views that wait: about 80 MB.
    static final int CAPACITY = 200_000;

    /// Page views of one key that wait; more only occur where the key tells nothing.
    private static final int MOST_ALIKE = 16;

    /// The ids of one page view's metrics are made while its scripts start.
    private static final long SAME_START_MILLIS = 60_000;

    /// The time after which analytics tools let a session end.
    private static final long SAME_VISIT_MILLIS = 30 * 60_000L;

    private final Consumer<Draft> finished;
    private final SequencedMap<Long, Deque<Draft>> waiting = new LinkedHashMap<>();
    private int count;

    /// What became of a record.
    enum Outcome {
        BEGAN,
        MERGED,
        DUPLICATE
    }

    /// @param finished takes each page view when nothing more is expected of it
    Grouping(Consumer<Draft> finished) {
        this.finished = finished;
    }

    Outcome add(Draft draft) {
        Deque<Draft> alike = waiting.computeIfAbsent(draft.view, _ -> new ArrayDeque<>(1));
        Draft view = closest(alike, draft);
        if (view != null) {
            return merge(view, draft) ? Outcome.MERGED : Outcome.DUPLICATE;
        }
        if (alike.size() == MOST_ALIKE) {
            finished.accept(alike.removeFirst());
            count--;
        }
        alike.addLast(draft.copy());
        if (++count > CAPACITY) {
            finishOldest();
        }
        return Outcome.BEGAN;
    }

    /// Lets all that wait go, in the order they began.
    void finish() {
        waiting.values().forEach(alike -> alike.forEach(finished));
        waiting.clear();
        count = 0;
    }

    private void finishOldest() {
        var oldest = waiting.pollFirstEntry();
        count -= oldest.getValue().size();
        oldest.getValue().forEach(finished);
    }

    /// The page view the record belongs to, of several the one that began nearest to it, of equals
    /// the latest.
    private static @Nullable Draft closest(Deque<Draft> alike, Draft draft) {
        Draft closest = null;
        for (Draft view : alike) {
            if (belongs(view, draft)
                    && (closest == null || distance(view, draft) <= distance(closest, draft))) {
                closest = view;
            }
        }
        return closest;
    }

    private static long distance(Draft view, Draft draft) {
        return isKnown(view.measuredFrom) && isKnown(draft.measuredFrom)
                ? Math.abs(view.measuredFrom - draft.measuredFrom)
                : 0;
    }

    private static boolean belongs(Draft view, Draft draft) {
        if (view.viewIsCertain) {
            return true;
        }
        if (isKnown(view.measuredFrom) && isKnown(draft.measuredFrom)) {
            if (Math.abs(view.measuredFrom - draft.measuredFrom) > SAME_START_MILLIS) {
                return false;
            }
        } else if (isKnown(view.time)
                && isKnown(draft.time)
                && Math.abs(view.time - draft.time) > SAME_VISIT_MILLIS) {
            return false;
        }
        for (int i = 0; i < Draft.METRICS; i++) {
            boolean inBoth = view.metrics[i] != Chunk.MISSING && draft.metrics[i] != Chunk.MISSING;
            boolean same =
                    view.metricIds[i] == draft.metricIds[i] && draft.metricIds[i] != Draft.NO_ID;
            if (inBoth && !same) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKnown(long time) {
        return time != Chunk.NO_TIME;
    }

    /// @return whether the record told anything new
    private static boolean merge(Draft view, Draft draft) {
        boolean changed = false;
        for (int i = 0; i < Draft.METRICS; i++) {
            if (draft.metrics[i] > view.metrics[i]) {
                view.metrics[i] = draft.metrics[i];
                view.metricIds[i] = draft.metricIds[i];
                changed = true;
            }
        }
        for (int i = 0; i < Draft.DIMENSIONS; i++) {
            if (view.dimensions[i] == Dictionary.UNKNOWN
                    && draft.dimensions[i] != Dictionary.UNKNOWN) {
                view.dimensions[i] = draft.dimensions[i];
                changed = true;
            }
        }
        if (view.page == Dictionary.UNKNOWN && draft.page != Dictionary.UNKNOWN) {
            view.page = draft.page;
            changed = true;
        }
        if (view.session == Chunk.NO_SESSION && draft.session != Chunk.NO_SESSION) {
            view.session = draft.session;
            changed = true;
        }
        if (isKnown(draft.time) && (!isKnown(view.time) || draft.time < view.time)) {
            view.time = draft.time;
            changed = true;
        }
        return changed;
    }
}
