package dev.parallax.service;

import dev.parallax.metric.Definition;
import dev.parallax.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What an export was taken for, and what can be changed about it.
///
/// @param file the first one's name
/// @param title of the format, for people
/// @param isChangeable whether another mapping of its columns is possible: not where the format
///   says where everything is
/// @param shape `delimited`, `json`, `logfmt` or `query`, as mapping files have it
/// @param zone id of the zone of times that do not say theirs
/// @param columns in the order of the file
/// @param rows the first ones, one text for each column
/// @param saved the user's own mapping that was used
/// @param trouble why it cannot be imported as it is
public record ExportProposal(
        String file,
        String format,
        String title,
        String evidence,
        boolean isChangeable,
        String shape,
        String zone,
        List<Column> columns,
        List<List<String>> rows,
        Optional<Path> saved,
        Optional<Problem> trouble) {

    /// How sure it is what a column holds.
    public enum Confidence {
        CERTAIN,
        LIKELY,
        GUESSED,
        /// The user said so.
        CHOSEN,
        NONE
    }

    /// A column and what it is taken for.
    ///
    /// @param field key of what it holds; empty if it is not used
    /// @param unit key of a metric's unit; empty for what is no metric
    /// @param proof how the unit is known
    /// @param definition whether the metric is measured as the product does
    public record Column(
            String name,
            String field,
            Confidence confidence,
            String unit,
            String proof,
            Definition definition) {}

    public ExportProposal {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// The same with other columns and another zone.
    public ExportProposal with(List<Column> otherColumns, String otherZone) {
        return new ExportProposal(
                file,
                format,
                title,
                evidence,
                isChangeable,
                shape,
                otherZone,
                otherColumns,
                rows,
                saved,
                Optional.empty());
    }
}
