package dev.parallax.rum;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Real users' page views of one or more imports, complete and visible.
///
/// @param id of the workspace, stable for the life of the data set
/// @param revision grows with each change of what is in it
/// @param name unique in the workspace
/// @param imported when its latest import was finished
/// @param size how many page views it holds and stands for
/// @param first when the earliest page view began; absent if no page view has a time
/// @param last when the latest page view began
/// @param provenance what is known of its sources together
public record Dataset(
        long id,
        long revision,
        Kind kind,
        String name,
        Instant imported,
        Size size,
        @Nullable Instant first,
        @Nullable Instant last,
        Provenance provenance) {

    /// What a data set is made of.
    public enum Kind {
        PAGE_VIEWS,
        /// Distributions that somebody else summed up from page views we do not have.
        AGGREGATES
    }

    /// How many page views a data set holds, and how many it stands for.
    ///
    /// @param rows page views that are stored, whether they count or not; of aggregates, how many
    ///   there are
    /// @param pageViews those that count: without an [Exclusion]
    /// @param weight the sum of all rows' weights; equal to their number where the source was not
    ///   sampled
    /// @param weighting whether any row's weight differs from 1
    public record Size(long rows, long pageViews, double weight, Weighting weighting) {
        public Size {
            if (pageViews < 0 || pageViews > rows) {
                throw new IllegalArgumentException(pageViews + " page views of " + rows);
            }
        }
    }

    /// Whether each row stands for one page view or for several.
    public enum Weighting {
        NONE,
        BY_ROW
    }

    /// Page views that are stored, whether they count or not.
    public long rows() {
        return size.rows();
    }

    /// Page views that count; every number is of these unless a segment asks for others.
    public long pageViews() {
        return size.pageViews();
    }

    /// Page views that are stored but left out of every number, unless a segment asks for them.
    public long excluded() {
        return kind == Kind.AGGREGATES ? 0 : size.rows() - size.pageViews();
    }

    /// For how many page views those that are stored stand.
    public double weight() {
        return size.weight();
    }

    public boolean isWeighted() {
        return size.weighting() == Weighting.BY_ROW;
    }
}
