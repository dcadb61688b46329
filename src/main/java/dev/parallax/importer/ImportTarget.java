package dev.parallax.importer;

import dev.parallax.rum.AggregateSink;
import dev.parallax.rum.ImportRecord.SourceFile;
import dev.parallax.rum.PageViewSink;
import java.util.function.Supplier;

/// Where an import goes. What the files hold is known only once they were looked at; then one of
/// the sinks is asked for, once.
public interface ImportTarget {

    /// Refuses a file whose content is where the import goes already. Called for each file before
    /// anything is read of any.
    ///
    /// @param bytes of the file on the disk
    /// @param file the file with its hash, for which all of it is read
    /// @throws dev.parallax.problem.ProblemException if it is known
    default void refuseKnown(long bytes, Supplier<SourceFile> file) {}

    /// Takes page views.
    PageViewSink pageViews();

    /// Takes what somebody else summed up from page views.
    AggregateSink aggregates();
}
