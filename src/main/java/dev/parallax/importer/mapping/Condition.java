package dev.parallax.importer.mapping;

import dev.parallax.importer.layout.FieldPath;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What must hold of a record, or what sets one apart.
///
/// @param paths where to look
/// @param test what is asked of the text there
/// @param values the texts of the test; empty for [Test#IS_THERE]
/// @param reason what a record is counted as that fails a filter, or the key of the exclusion that
///   one which meets it falls under
public record Condition(List<FieldPath> paths, Test test, Set<String> values, String reason) {

    /// A question about a text.
    public enum Test {
        IS_ONE_OF,
        IS_NONE_OF,
        IS_THERE
    }

    public Condition {
        paths = List.copyOf(paths);
        values = Set.copyOf(values);
    }

    /// The same, with each path put otherwise.
    Condition withPaths(UnaryOperator<FieldPath> change) {
        return new Condition(paths.stream().map(change).toList(), test, values, reason);
    }
}
