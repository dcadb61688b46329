package dev.parallax.importer.mapping;

import dev.parallax.importer.layout.FieldPath;
import dev.parallax.metric.Definition;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Where one thing of a page view is.
///
/// @param field what it is
/// @param paths where to look, the likeliest first; what a likelier one gives counts
/// @param scale the unit of a metric; null if the text or the values have to tell
/// @param minus what has to be subtracted from a metric that is a point in time, the likeliest
///   first; empty for a duration
/// @param plus what has to be added to a metric that the source tells in two parts; without it
///   there is no value
/// @param with a further text that belongs to an id which is not unique by itself
/// @param after words in front of a text that do not belong to it
/// @param several which of several values within one record counts
/// @param across what becomes of the values in several records of one page view
/// @param zero what a 0 means
/// @param when must hold of the record for a metric's value to count; null if it always does
/// @param definition whether the metric is the product's; null for what the mapping says of all
public record Place(
        Field field,
        List<FieldPath> paths,
        @Nullable Scale scale,
        List<FieldPath> minus,
        List<FieldPath> plus,
        List<FieldPath> with,
        String after,
        Several several,
        Across across,
        Zero zero,
        @Nullable Condition when,
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
        plus = List.copyOf(plus);
        with = List.copyOf(with);
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("no path of " + field.key());
        }
    }

    /// A text or number that is simply there.
    public static Place plain(Field field, List<FieldPath> paths, @Nullable Scale scale) {
        return new Place(
                field,
                paths,
                scale,
                List.of(),
                List.of(),
                List.of(),
                "",
                Several.FIRST,
                Across.NEWEST,
                Zero.MEASURED,
                null,
                null);
    }

    /// The same, with each path put otherwise.
    Place withPaths(UnaryOperator<FieldPath> change) {
        return new Place(
                field,
                changed(paths, change),
                scale,
                changed(minus, change),
                changed(plus, change),
                changed(with, change),
                after,
                several,
                across,
                zero,
                when == null ? null : when.withPaths(change),
                definition);
    }

    private static List<FieldPath> changed(List<FieldPath> paths, UnaryOperator<FieldPath> change) {
        return paths.stream().map(change).toList();
    }
}
