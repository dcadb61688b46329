package dev.parallax.importer;

import dev.parallax.rum.AggregateSink;
import dev.parallax.rum.PageViewSink;

/// Where an import goes. What the files hold is known only once they were looked at; then one of
/// the sinks is asked for, once.
public interface ImportTarget {

    /// Takes page views.
    PageViewSink pageViews();

    /// Takes what somebody else summed up from page views.
    AggregateSink aggregates();
}
