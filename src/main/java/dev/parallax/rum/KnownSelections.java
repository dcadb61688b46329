package dev.parallax.rum;

import dev.parallax.progress.Progress;
import java.util.LinkedHashMap;
import java.util.Map;

/// Remembers the selections that were asked for last: one question is asked by several charts at
/// once, and of a few segments.
///
/// A selection takes a bit for each row, 1.2 MB for ten million.
final class KnownSelections {
    private static final int MOST = 8;

    private final SegmentRows segments;

    private final Map<Segment, Lazy<Selection>> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Segment, Lazy<Selection>> eldest) {
                    return size() > MOST;
                }
            };

    KnownSelections(SegmentRows segments) {
        this.segments = segments;
    }

    /// Whoever asks while the selection is being made waits for it, so making it is not cancelled
    /// with the first one to ask; it takes some milliseconds.
    ///
    /// @return not to be changed
    Selection select(Segment segment, Progress progress) {
        progress.throwIfCancelled();
        Selection selection = entry(segment).get();
        progress.throwIfCancelled();
        return selection;
    }

    private synchronized Lazy<Selection> entry(Segment segment) {
        return known.computeIfAbsent(
                segment, wanted -> new Lazy<>(() -> segments.select(wanted, Progress.NONE)));
    }
}
