package dev.parallax.ui.realusers;

import dev.parallax.rum.Dataset;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Segment;

/// What every tab speaks about: a part of an opened data set.
///
/// @param views the data set's page views
record Asked(Dataset dataset, PageViews views, Segment segment) {

    /// Whether another one is about the same data set as it is now.
    boolean isSameData(Asked other) {
        return views == other.views;
    }
}
