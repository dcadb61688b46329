package dev.parallax.importer.mapping;

import dev.parallax.importer.layout.FieldPath;
import dev.parallax.metric.Definition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where one thing of a page view is.
///
/// @param field what it is
/// @param paths where to look, the likeliest first; what a likelier one gives counts
/// @param scale the unit of a metric; null if the text or the values have to tell
/// @param minus what has to be subtracted from a metric that is a point in time, the likeliest
///   first; empty for a duration
/// @param several which of several values within one record counts
/// @param across what becomes of the values in several records of one page view
/// @param zero what a 0 means
/// @param definition whether the metric is the product's; null for what the mapping says of all
public record Place(
        Field field,
        List<FieldPath> paths,
        @Nullable Scale scale,
        List<FieldPath> minus,
        Several several,
        Across across,
        Zero zero,
        @Nullable Definition definition) {

    /// Which of several values at one place of a record counts.
    public enum Several {
        FIRST,
        LAST,
        LARGEST,
        SUM
    }

    /// What becomes of the values of one metric in several records of one page view.
    public enum Across {
        /// The newest one counts.
        NEWEST,
        LARGEST,
        /// Each says what was added since the one before.
        SUM
    }

    /// What a metric's 0 means.
    public enum Zero {
        MEASURED,
        MISSING
    }

    public Place {
        paths = List.copyOf(paths);
        minus = List.copyOf(minus);
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("no path of " + field.key());
        }
    }
}
