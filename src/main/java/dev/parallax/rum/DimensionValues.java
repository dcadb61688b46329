package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import java.util.Comparator;
import java.util.List;

/// The values that page views have in a dimension.
final class DimensionValues {
    private final Columns columns;

    DimensionValues(Columns columns) {
        this.columns = columns;
    }

    List<ValueCount> count(Dimension dimension, Selection selection) {
        Dictionary dictionary = columns.dictionaries().dimension(dimension);
        CodeCounts counts = CodeCounts.of(columns.dimension(dimension), columns, selection);
        return counts.occurring(0)
                .mapToObj(code ->
                        new ValueCount(
                                nameOf(dictionary, code), counts.views(code), counts.weight(code)))
                .sorted(
                        Comparator.comparingDouble(ValueCount::weight)
                                .reversed()
                                .thenComparing(ValueCount::value))
                .toList();
    }

    private static String nameOf(Dictionary dictionary, int code) {
        return code == Dictionary.UNKNOWN ? Segment.UNKNOWN_VALUE : dictionary.text(code);
    }

    /// Without the unknown one.
    List<String> known(Dimension dimension) {
        return count(dimension, Selection.all(columns.rows())).stream()
                .map(ValueCount::value)
                .filter(value -> !value.equals(Segment.UNKNOWN_VALUE))
                .toList();
    }
}
