package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.PageTemplate;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// An opened data set: the questions that can be asked of its page views.
///
/// Columns are read from the store when a question first needs them and are then kept, so the first
/// question about a column takes longer. Safe for use by several threads.
public final class PageViews {
    private final Dataset dataset;
    private final Columns columns;
    private final int rows;

    /// @throws IllegalArgumentException if the data set has more page views than an array can hold
    public PageViews(Dataset dataset, PageViewLoader loader) {
        if (dataset.pageViews() > Integer.MAX_VALUE - Chunk.CAPACITY) {
            throw new IllegalArgumentException("page views: " + dataset.pageViews());
        }
        this.dataset = dataset;
        this.rows = (int) dataset.pageViews();
        this.columns = new Columns(rows, loader);
    }

    public Dataset dataset() {
        return dataset;
    }

    /// The values that occur in a dimension, in order of first appearance, without the unknown one.
    public List<String> values(Dimension dimension) {
        List<String> texts = columns.dictionaries().dimension(dimension).texts();
        return texts.subList(1, texts.size());
    }

    /// The pages that occur, in order of first appearance.
    public List<PageTemplate> pages() {
        return columns.templates().all();
    }

    /// The page views of a segment. A value or page that does not occur selects none.
    public Selection select(Segment segment) {
        Selection selection = Selection.all(rows);
        segment.values()
                .forEach((dimension, values) ->
                        columns.dimension(dimension)
                                .retain(wanted(dimension, values), selection.words()));
        PageTemplate page = segment.page();
        if (page != null) {
            var wanted = new byte[columns.templates().cardinality()];
            int code = columns.templates().find(page);
            if (code >= 0) {
                wanted[code] = 1;
            }
            columns.templateCodes().retain(wanted, selection.words());
        }
        TimeWindow window = segment.window();
        if (window != null) {
            retain(window, selection.words());
        }
        return selection;
    }

    private byte[] wanted(Dimension dimension, Set<String> values) {
        Dictionary dictionary = columns.dictionaries().dimension(dimension);
        var wanted = new byte[dictionary.size()];
        for (String value : values) {
            dictionary.find(textOf(value)).ifPresent(code -> wanted[code] = 1);
        }
        return wanted;
    }

    private static String textOf(String value) {
        return value.equals(Segment.UNKNOWN_VALUE) ? "" : value;
    }

    private void retain(TimeWindow window, long[] words) {
        long[] times = columns.times();
        long from = window.from().toEpochMilli();
        long to = window.to().toEpochMilli();
        for (int w = 0; w < words.length; w++) {
            if (words[w] == 0) {
                continue;
            }
            long kept = 0;
            int first = w << 6;
            for (int row = Math.min(first + 64, rows) - 1; row >= first; row--) {
                kept = (kept << 1) | (times[row] >= from && times[row] < to ? 1 : 0);
            }
            words[w] &= kept;
        }
    }

    /// How many selected page views have each value of a dimension, the most frequent first; values
    /// that no selected view has are left out.
    public List<ValueCount> count(Dimension dimension, Selection selection) {
        Dictionary dictionary = columns.dictionaries().dimension(dimension);
        Codes codes = columns.dimension(dimension);
        var counts = new long[codes.cardinality()];
        codes.count(selection.words(), counts);
        double[] weights = weights(codes, selection, counts);
        var found = new ArrayList<ValueCount>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                String value =
                        code == Dictionary.UNKNOWN ? Segment.UNKNOWN_VALUE : dictionary.text(code);
                found.add(new ValueCount(value, counts[code], weights[code]));
            }
        }
        found.sort(
                Comparator.comparingDouble(ValueCount::weight)
                        .reversed()
                        .thenComparing(ValueCount::value));
        return found;
    }

    private double[] weights(Codes codes, Selection selection, long[] counts) {
        var sums = new double[counts.length];
        if (dataset.isWeighted()) {
            codes.sum(selection.words(), columns.weights(), sums);
        } else {
            for (int code = 0; code < sums.length; code++) {
                sums[code] = counts[code];
            }
        }
        return sums;
    }

    /// The same segment with values spelt as the data set spells them (`Mobile` → `mobile`).
    ///
    /// @throws ProblemException if a value or the page does not occur in the data set
    public Segment resolve(Segment segment) {
        var resolved = new LinkedHashMap<Dimension, Set<String>>();
        segment.values()
                .forEach((dimension, values) ->
                        resolved.put(
                                dimension,
                                values.stream()
                                        .map(value -> spelling(dimension, value))
                                        .collect(Collectors.toCollection(TreeSet::new))));
        PageTemplate page = segment.page();
        if (page != null && columns.templates().find(page) < 0) {
            throw absent("page", page.path(), pages().stream().map(PageTemplate::path).toList());
        }
        return new Segment(resolved, page, segment.window());
    }

    private String spelling(Dimension dimension, String value) {
        List<String> known = values(dimension);
        if (value.equalsIgnoreCase(Segment.UNKNOWN_VALUE)) {
            return Segment.UNKNOWN_VALUE;
        }
        if (known.contains(value)) {
            return value;
        }
        return known.stream()
                .filter(value::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> absent(dimension.key(), value, known));
    }

    private ProblemException absent(String key, String value, List<String> known) {
        String some = known.stream().sorted().limit(12).collect(Collectors.joining(", "));
        String why =
                known.isEmpty()
                        ? "\"%s\" has no %s at all".formatted(dataset.name(), key)
                        : "\"%s\" has %s%s"
                                .formatted(dataset.name(), some, known.size() > 12 ? ", …" : "");
        return new ProblemException(
                Problem.usage(
                        "segment-value-absent",
                        "no page view has the %s \"%s\"".formatted(key, value),
                        why,
                        known.isEmpty() ? "leave out this filter" : "use one of these"));
    }
}
