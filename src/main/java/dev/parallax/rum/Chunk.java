package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// Up to 65,536 page views in plain columns: the unit in which page views are imported, stored and
/// read.
///
/// The arrays are the chunk's own and are handed out as they are, for speed: whoever fills a chunk
/// writes into them and then calls [#rows(int)]; whoever reads one looks at the first [#rows()]
/// entries and keeps no reference, because a chunk is used again after [#clear()].
public final class Chunk {
    /// Page views in a full chunk.
    public static final int CAPACITY = 65_536;

    /// A metric the page view did not have. No other entry of a metric column is negative.
    public static final int MISSING = Integer.MIN_VALUE;

    /// The time of a page view that came without one.
    public static final long NO_TIME = Long.MIN_VALUE;

    /// The session of a page view that came without one.
    public static final long NO_SESSION = 0;

    /// The own id of a page view that came without one.
    public static final long NO_VIEW = 0;

    /// The user of a page view that came without one.
    public static final long NO_USER = 0;

    private int rows;
    private final long[] times = new long[CAPACITY];
    private final Map<Metric, int[]> metrics = new EnumMap<>(Metric.class);
    private final Map<Dimension, int[]> dimensions = new EnumMap<>(Dimension.class);
    private final int[] pages = new int[CAPACITY];
    private final long[] sessions = new long[CAPACITY];
    private final float[] weights = new float[CAPACITY];
    private final long[] views = new long[CAPACITY];
    private final long[] users = new long[CAPACITY];
    private final int[] exclusions = new int[CAPACITY];
    private final Quarantine quarantine = new Quarantine();

    public Chunk() {
        Metric.all().forEach(metric -> metrics.put(metric, new int[CAPACITY]));
        Dimension.all().forEach(dimension -> dimensions.put(dimension, new int[CAPACITY]));
        clear();
    }

    /// Page views in this chunk, 0 to [#CAPACITY].
    public int rows() {
        return rows;
    }

    public void rows(int count) {
        if (count < 0 || count > CAPACITY) {
            throw new IllegalArgumentException("rows of a chunk: " + count);
        }
        rows = count;
    }

    public boolean isFull() {
        return rows == CAPACITY;
    }

    /// When each page view began, in milliseconds since 1970, or [#NO_TIME].
    public long[] times() {
        return times;
    }

    /// The values of one metric in its fixed point form, or [#MISSING].
    ///
    /// @see Metric#toFixed(double)
    public int[] metric(Metric metric) {
        return Objects.requireNonNull(metrics.get(metric));
    }

    /// The values of one dimension as codes of its dictionary, [Dictionary#UNKNOWN] if not known.
    public int[] dimension(Dimension dimension) {
        return Objects.requireNonNull(dimensions.get(dimension));
    }

    /// Page paths as codes of the path dictionary, [Dictionary#UNKNOWN] if not known.
    public int[] pages() {
        return pages;
    }

    /// A 64-bit hash of each page view's session, or [#NO_SESSION].
    public long[] sessions() {
        return sessions;
    }

    /// For how many page views each row stands; above 0, and 1 unless the source was sampled.
    public float[] weights() {
        return weights;
    }

    /// A keyed 64-bit hash of each page view's own id, or [#NO_VIEW].
    public long[] views() {
        return views;
    }

    /// A keyed 64-bit hash of each page view's user, or [#NO_USER].
    public long[] users() {
        return users;
    }

    /// Why each page view is kept but not counted, as [Exclusion#code()]; 0 if it is counted.
    public int[] exclusions() {
        return exclusions;
    }

    /// The values that were taken for missing because they cannot be true.
    public Quarantine quarantine() {
        return quarantine;
    }

    /// Makes the chunk empty, with every entry missing, unknown, counted or of weight 1, and
    /// nothing in quarantine.
    public void clear() {
        rows = 0;
        Arrays.fill(times, NO_TIME);
        for (int[] metric : metrics.values()) {
            Arrays.fill(metric, MISSING);
        }
        for (int[] dimension : dimensions.values()) {
            Arrays.fill(dimension, Dictionary.UNKNOWN);
        }
        Arrays.fill(pages, Dictionary.UNKNOWN);
        Arrays.fill(sessions, NO_SESSION);
        Arrays.fill(weights, 1f);
        Arrays.fill(views, NO_VIEW);
        Arrays.fill(users, NO_USER);
        Arrays.fill(exclusions, Exclusion.NONE.code());
        quarantine.clear();
    }
}
