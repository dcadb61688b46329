package dev.parallax.importer.join;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dictionary;
import dev.parallax.rum.QuarantineReason;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What one record of the source tells of a page view: all of it, or a part that others complete.
/// One object is used again for each record, so its fields are open, as the arrays of a [Chunk]
/// are. The arrays have one entry for each metric and dimension, in the order of their `all()`.
public abstract class Part {
    /// No identity, id or hash.
    public static final long NO_ID = 0;

    /// The version of a record that has none; below every other.
    public static final long NO_VERSION = Long.MIN_VALUE;

    /// The weight of a record that told none; it counts as 1.
    public static final float NO_WEIGHT = 0;

    public static final int METRICS = Metric.all().size();
    public static final int DIMENSIONS = Dimension.all().size();

    /// A hash of what tells the page view from all others, or [#NO_ID]: then the record is a page
    /// view by itself and nothing is joined to it.
    public long identity;

    /// Set only where the identity comes round again, as the number of a navigation does: when the
    /// page began to measure, in milliseconds since 1970. Records of such an identity are of one
    /// page view if no more than [Join#SAME_START_MILLIS] lie between one and the next and no
    /// metric has two ids. Otherwise [Chunk#NO_TIME].
    public long began;

    /// Of two records of one page view the one with the larger version is newer, whatever their
    /// times; [#NO_VERSION] if the source has no versions.
    public long version;

    /// In milliseconds since 1970, or [Chunk#NO_TIME].
    public long time;

    /// The page view's own id, as it is kept: a hash, or [#NO_ID].
    public long view;

    /// A hash, or [Chunk#NO_SESSION].
    public long session;

    /// A hash, or [#NO_ID].
    public long user;

    /// A code of the dictionary of paths.
    public int page;

    /// Above 0, or [#NO_WEIGHT].
    public float weight;

    /// Why the page view does not count by default, as [dev.parallax.rum.Exclusion#code()]; 0 if it
    /// does. At most 15.
    public int exclusion;

    /// In fixed point form, or [Chunk#MISSING]; also for a value in quarantine.
    public final int[] metrics = new int[METRICS];

    /// Why the value of each metric was taken for missing; null if it was not. See [#quarantine].
    public final @Nullable QuarantineReason[] reasons = new QuarantineReason[METRICS];

    /// Of each metric with a reason the value as [dev.parallax.rum.Quarantine] has it.
    public final long[] quarantined = new long[METRICS];

    private boolean hasReason;

    /// Per metric a hash of what tells the measurement from all others, or [#NO_ID].
    public final long[] metricIds = new long[METRICS];

    /// Codes of the dimensions' dictionaries.
    public final int[] dimensions = new int[DIMENSIONS];

    protected Part() {
        reset();
    }

    /// Makes everything missing, unknown or none.
    public void clear() {
        reset();
    }

    private void reset() {
        identity = NO_ID;
        began = Chunk.NO_TIME;
        version = NO_VERSION;
        time = Chunk.NO_TIME;
        view = NO_ID;
        session = Chunk.NO_SESSION;
        user = NO_ID;
        page = Dictionary.UNKNOWN;
        weight = NO_WEIGHT;
        exclusion = 0;
        // loops of a constant number of turns become a few stores; Arrays.fill is a call for each
        for (int i = 0; i < METRICS; i++) {
            metrics[i] = Chunk.MISSING;
            metricIds[i] = NO_ID;
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            dimensions[i] = Dictionary.UNKNOWN;
        }
        if (hasReason) {
            Arrays.fill(reasons, null);
            hasReason = false;
        }
    }

    /// Takes a value for missing and keeps it aside.
    ///
    /// @param fixed the value as [dev.parallax.rum.Quarantine] has it
    public final void quarantine(int metric, QuarantineReason reason, long fixed) {
        metrics[metric] = Chunk.MISSING;
        reasons[metric] = reason;
        quarantined[metric] = fixed;
        hasReason = true;
    }

    /// Whether any value is in quarantine.
    public final boolean hasReason() {
        return hasReason;
    }

    /// For how many page views this one stands, above 0.
    public final float weightOrOne() {
        return weight == NO_WEIGHT ? 1 : weight;
    }
}
