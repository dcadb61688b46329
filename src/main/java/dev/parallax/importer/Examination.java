package dev.parallax.importer;

import dev.parallax.importer.mapping.Mapping.Shape;
import dev.parallax.metric.Definition;
import dev.parallax.problem.Problem;
import dev.parallax.rum.ImportRecord.Evidence;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What a file was taken for, from a look at its first part.
///
/// @param file its name
/// @param format key of the format: `csv`
/// @param title of the format, for people
/// @param shape what the file is made of
/// @param zone of times that do not say theirs; empty means UTC
/// @param columns of the file, members of its records, or the places where its format has things
/// @param isFixed whether the format says where everything is, so that no other mapping of the
///   columns is possible
/// @param rows the first ones, one text for each column
/// @param trouble why it cannot be imported as it is; empty if it can
public record Examination(
        String file,
        String format,
        String title,
        Evidence evidence,
        Shape shape,
        Optional<ZoneId> zone,
        List<Column> columns,
        boolean isFixed,
        List<List<String>> rows,
        Optional<Problem> trouble) {

    /// How sure it is what a column holds.
    public enum Confidence {
        /// The format says so.
        CERTAIN,
        /// Its name is the usual one.
        LIKELY,
        /// Its name is one of several that mean this.
        GUESSED,
        NONE
    }

    /// A column and what it was taken for.
    ///
    /// @param field key of what it holds; empty if it means nothing
    /// @param unit key of a metric's unit; empty for what is no metric
    /// @param proof how the unit is known: `guessed: the median … is 2.4e9`
    /// @param definition whether a metric is measured as the product does
    public record Column(
            String name,
            String field,
            Confidence confidence,
            String unit,
            String proof,
            Definition definition) {}

    /// The unit of a metric.
    ///
    /// @param key as mapping files have it
    /// @param proof how it is known
    public record Unit(String key, String proof) {}

    public Examination {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
