package dev.parallax.importer.join;

import dev.parallax.metric.Metric;
import dev.parallax.rum.Chunk;
import java.util.Arrays;

/// Makes page views of rows that come sorted by identity, the newest of each first, and counts what
/// becomes of them.
final class Combiner {
    private final Combine[] combine = new Combine[Part.METRICS];
    private final Sorter pageViews;
    private final PageViewPart view = new PageViewPart();

    /// Per metric the id of the value that counts.
    private final int[] ids = new int[Part.METRICS];

    /// Per metric the id that any record told, where the identity comes round again.
    private final int[] firstIds = new int[Part.METRICS];

    private final PageViewPart.Decision decision = this::take;

    /// Per metric how old the record is whose value counts.
    private final int[] ages = new int[Part.METRICS];

    /// Grows with each row that is older than the one before.
    private int age;

    private boolean begun;
    private long began;
    private long version;
    private long time;
    private long content;
    private long newestContent;
    private long imported;
    private long merged;
    private long duplicates;

    Combiner(JoinRules rules, Sorter pageViews) {
        this.pageViews = pageViews;
        for (int i = 0; i < combine.length; i++) {
            combine[i] = rules.of(Metric.all().get(i));
        }
    }

    void add(byte[] bytes, int at) {
        if (!begun || !belongs(bytes, at)) {
            end();
            begin(bytes, at);
            return;
        }
        boolean isSame =
                content == Row.content(bytes, at)
                        && time == Row.time(bytes, at)
                        && version == Row.version(bytes, at)
                        && began == Row.began(bytes, at);
        if (isSame) {
            duplicates++;
        } else {
            merged++;
            if (time != Row.time(bytes, at)
                    || version != Row.version(bytes, at)
                    || began != Row.began(bytes, at)) {
                age++;
            }
            remember(bytes, at);
            view.add(bytes, at, decision);
        }
    }

    private void begin(byte[] bytes, int at) {
        begun = true;
        imported++;
        view.clear();
        remember(bytes, at);
        newestContent = content;
        view.add(bytes, at, decision);
    }

    private void remember(byte[] bytes, int at) {
        began = Row.began(bytes, at);
        version = Row.version(bytes, at);
        time = Row.time(bytes, at);
        content = Row.content(bytes, at);
        if (began != Chunk.NO_TIME) {
            rememberIds(bytes, at);
        }
    }

    private boolean belongs(byte[] bytes, int at) {
        if (view.identity != Row.identity(bytes, at)) {
            return false;
        }
        long other = Row.began(bytes, at);
        if (began == Chunk.NO_TIME || other == Chunk.NO_TIME) {
            return began == other;
        }
        // Rows of one identity come in falling order of this
        return began - other <= Join.SAME_START_MILLIS && !contradicts(bytes, at);
    }

    /// Whether a metric would have two ids, which only two page views can have.
    private boolean contradicts(byte[] bytes, int at) {
        long word = Row.getLong(bytes, at);
        int from = at + Row.metricIds(word);
        for (long left = Row.metricIdBits(word); left != 0; left &= left - 1) {
            int known = firstIds[Long.numberOfTrailingZeros(left)];
            if (known != 0 && known != Row.getInt(bytes, from)) {
                return true;
            }
            from += 4;
        }
        return false;
    }

    private void rememberIds(byte[] bytes, int at) {
        long word = Row.getLong(bytes, at);
        int from = at + Row.metricIds(word);
        for (long left = Row.metricIdBits(word); left != 0; left &= left - 1) {
            firstIds[Long.numberOfTrailingZeros(left)] = Row.getInt(bytes, from);
            from += 4;
        }
    }

    private void take(PageViewPart into, int metric, int value, int id) {
        if (into.metrics[metric] == Chunk.MISSING) {
            into.metrics[metric] = value;
            into.reasons[metric] = null;
            ids[metric] = id;
            ages[metric] = age;
            return;
        }
        int known = into.metrics[metric];
        into.metrics[metric] =
                switch (combine[metric]) {
                    case LATEST -> latest(metric, known, value, id);
                    case LARGEST -> Math.max(known, value);
                    case SUM -> (int) Math.min(Integer.MAX_VALUE, (long) known + value);
                };
    }

    private int latest(int metric, int known, int value, int id) {
        if (value > known && ages[metric] == age) {
            ids[metric] = id;
            return value;
        }
        return id != 0 && id == ids[metric] ? Math.max(known, value) : known;
    }

    private void end() {
        if (begun) {
            pageViews.add(view, newestContent);
            Arrays.fill(ids, 0);
            Arrays.fill(firstIds, 0);
        }
    }

    /// Ends the last page view.
    JoinCounts finish() {
        end();
        begun = false;
        return new JoinCounts(imported, merged, duplicates);
    }
}
