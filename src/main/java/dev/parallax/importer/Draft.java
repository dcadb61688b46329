package dev.parallax.importer;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dictionary;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One record of the source on its way to becoming a page view, used again for each record. The
/// arrays have one entry for each metric and dimension, in the order of their `all()`.
final class Draft {
    /// No identity: the record is a page view by itself.
    static final long NO_ID = 0;

    static final int METRICS = Metric.all().size();
    static final int DIMENSIONS = Dimension.all().size();

    /// Where the record begins in its file, counted from 1.
    long line;

    long time;
    final int[] metrics = new int[METRICS];
    final int[] dimensions = new int[DIMENSIONS];
    int page;
    long session;
    float weight;

    /// Tells the page view from others: a hash, or [#NO_ID].
    long view;

    /// Whether all records of the same [#view] are of one page view, whatever they say; otherwise
    /// they must not contradict each other.
    boolean viewIsCertain;

    /// Per metric a hash of what tells the measurement from all others, or [#NO_ID].
    final long[] metricIds = new long[METRICS];

    /// When the page's script began to measure, from the id of a metric; [Chunk#NO_TIME] if
    /// unknown.
    long measuredFrom;

    /// The browser's number of the navigation, as a hash, or [#NO_ID].
    long navigation;

    /// Whether the record tells one metric by its name, not a whole page view.
    boolean isMeasurement;

    /// Why the record is of no use; null if it is.
    @Nullable Reason refusal;

    /// Per metric why its value was not taken; null if it was, or if there was none.
    final @Nullable Reason[] ignored = new Reason[METRICS];

    private boolean hasIgnored;

    /// Whether anything at all was found in the record.
    boolean hasValue;

    Draft() {
        clear();
    }

    void clear() {
        time = Chunk.NO_TIME;
        Arrays.fill(metrics, Chunk.MISSING);
        Arrays.fill(dimensions, Dictionary.UNKNOWN);
        page = Dictionary.UNKNOWN;
        session = Chunk.NO_SESSION;
        weight = 1;
        view = NO_ID;
        viewIsCertain = false;
        Arrays.fill(metricIds, NO_ID);
        measuredFrom = Chunk.NO_TIME;
        navigation = NO_ID;
        isMeasurement = false;
        refusal = null;
        if (hasIgnored) {
            Arrays.fill(ignored, null);
            hasIgnored = false;
        }
        hasValue = false;
    }

    /// A copy that stays when this one is used again.
    Draft copy() {
        var copy = new Draft();
        copy.line = line;
        copy.time = time;
        System.arraycopy(metrics, 0, copy.metrics, 0, METRICS);
        System.arraycopy(dimensions, 0, copy.dimensions, 0, DIMENSIONS);
        copy.page = page;
        copy.session = session;
        copy.weight = weight;
        copy.view = view;
        copy.viewIsCertain = viewIsCertain;
        System.arraycopy(metricIds, 0, copy.metricIds, 0, METRICS);
        copy.measuredFrom = measuredFrom;
        copy.hasValue = hasValue;
        return copy;
    }

    /// Takes a metric's value for missing.
    void ignore(int metric, Reason reason) {
        ignored[metric] = reason;
        hasIgnored = true;
    }

    boolean hasIgnored() {
        return hasIgnored;
    }

    /// Works out what tells the page view from others, once everything is read:
    ///
    /// 1. its own id, if it has one;
    /// 2. the browser's number of the navigation together with page and session;
    /// 3. for records with the name or the id of a metric: session and page;
    /// 4. the id of a metric.
    ///
    /// Without any of these the record is a page view by itself.
    void identify() {
        if (measuredFrom != Chunk.NO_TIME && time == Chunk.NO_TIME) {
            time = measuredFrom;
        }
        if (view != NO_ID) {
            return;
        }
        long firstId = firstMetricId();
        if (navigation != NO_ID && page != Dictionary.UNKNOWN) {
            view = Hash.of(Hash.of(navigation, page), session);
        } else if ((isMeasurement || firstId != NO_ID)
                && session != Chunk.NO_SESSION
                && page != Dictionary.UNKNOWN) {
            view = Hash.of(session, page);
        } else {
            view = firstId;
        }
    }

    private long firstMetricId() {
        for (long id : metricIds) {
            if (id != NO_ID) {
                return id;
            }
        }
        return NO_ID;
    }

    /// Marks the record as of no use; the first reason stays.
    void refuse(Reason reason) {
        if (refusal == null) {
            refusal = reason;
        }
    }
}
