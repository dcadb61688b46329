package dev.parallax.importer;

import dev.parallax.importer.join.Part;
import dev.parallax.importer.join.TextHashes;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dictionary;
import org.jspecify.annotations.Nullable;

/// One record of the source on its way to becoming a page view, or a part of one; used again for
/// each record.
final class Draft extends Part {
    /// Where the record begins in its file, counted from 1.
    long line;

    /// When the page's script began to measure, from the id of a metric; [Chunk#NO_TIME] if
    /// unknown.
    long measuredFrom;

    /// The browser's number of the navigation, as a hash, or [#NO_ID].
    long navigation;

    /// Whether the record tells one metric by its name, not a whole page view.
    boolean isMeasurement;

    /// Why the record is of no use; null if it is.
    @Nullable Reason refusal;

    /// The record as it is in the file; null where the reader does not know.
    @Nullable RawText source;

    /// Whether anything at all was found in the record.
    boolean hasValue;

    Draft() {
        reset();
    }

    @Override
    public void clear() {
        super.clear();
        reset();
    }

    private void reset() {
        measuredFrom = Chunk.NO_TIME;
        navigation = NO_ID;
        isMeasurement = false;
        refusal = null;
        source = null;
        hasValue = false;
    }

    /// Works out what tells the page view from others, once everything is read:
    ///
    /// 1. what the mapping says it does, or its own id, if it has one;
    /// 2. the browser's number of the navigation together with page and session; without a session
    ///    the number comes round again, and the time in the id of a metric has to help;
    /// 3. the id of a metric.
    ///
    /// Without any of these the record is a page view by itself.
    ///
    /// @return whether the record names a metric of a page view that cannot be told from others
    boolean identify(TextHashes texts) {
        if (measuredFrom != Chunk.NO_TIME && time == Chunk.NO_TIME) {
            time = measuredFrom;
        }
        if (identity != NO_ID) {
            return false;
        }
        if (view != NO_ID) {
            identity = view;
            return false;
        }
        boolean hasSession = session != Chunk.NO_SESSION;
        if (navigation != NO_ID
                && page != Dictionary.UNKNOWN
                && (hasSession || measuredFrom != Chunk.NO_TIME)) {
            identity = Hash.of(Hash.of(navigation, texts.page(page)), session);
            began = hasSession ? Chunk.NO_TIME : measuredFrom;
            return false;
        }
        identity = firstMetricId();
        return isMeasurement;
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
