package dev.parallax.rum;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One import of real users' page views, complete and visible.
///
/// @param id of the workspace, stable for the life of the data set
/// @param name unique in the workspace
/// @param imported when the import was finished
/// @param size how many page views it holds and stands for
/// @param first when the earliest page view began; absent if no page view has a time
/// @param last when the latest page view began
public record Dataset(
        long id,
        String name,
        Instant imported,
        Size size,
        @Nullable Instant first,
        @Nullable Instant last,
        Provenance provenance) {

    /// How many page views a data set holds, and how many it stands for.
    ///
    /// @param pageViews rows
    /// @param weight the sum of the rows' weights; equal to the rows where the source was not
    ///   sampled
    /// @param weighting whether the rows' weights differ from 1
    public record Size(long pageViews, double weight, Weighting weighting) {}

    /// Whether each row stands for one page view or for several.
    public enum Weighting {
        NONE,
        BY_ROW
    }

    public long pageViews() {
        return size.pageViews();
    }

    public double weight() {
        return size.weight();
    }

    public boolean isWeighted() {
        return size.weighting() == Weighting.BY_ROW;
    }
}
