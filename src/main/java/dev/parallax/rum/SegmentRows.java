package dev.parallax.rum;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.PageTemplate;
import dev.parallax.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds the rows of a segment.
final class SegmentRows {
    private final Dataset dataset;
    private final Columns columns;

    SegmentRows(Dataset dataset, Columns columns) {
        this.dataset = dataset;
        this.columns = columns;
    }

    Selection select(Segment segment, Progress progress) {
        Selection selection = Selection.all(columns.rows());
        List<Filter> filters = filters(segment);
        if (!filters.isEmpty()) {
            Scan.words(
                    columns.rows(),
                    progress,
                    (from, to) -> {
                        for (Filter filter : filters) {
                            filter.retain(selection.words(), from, to);
                        }
                    });
        }
        return selection;
    }

    /// Those of the selected rows that have a trait.
    Selection narrow(Selection selection, Trait trait, Progress progress) {
        Selection narrowed = selection.copy();
        Filter filter =
                trait.dimension()
                        .map(dimension ->
                                filter(
                                        columns.dimension(dimension),
                                        wanted(dimension, Set.of(trait.value()))))
                        .orElseGet(() ->
                                filter(
                                        columns.templateCodes(),
                                        wanted(new PageTemplate(trait.value()))));
        Scan.words(
                columns.rows(), progress, (from, to) -> filter.retain(narrowed.words(), from, to));
        return narrowed;
    }

    /// Takes out of a part of a selection what does not belong to it.
    private interface Filter {
        void retain(long[] words, int from, int to);
    }

    /// The filters of a segment; the window first, as it clears whole blocks without a look.
    private List<Filter> filters(Segment segment) {
        var filters = new ArrayList<Filter>();
        TimeWindow window = segment.window();
        if (window != null) {
            filters.add(within(window));
        }
        if (dataset.pageViews() < columns.rows()) {
            filters.add(filter(columns.exclusions(), counted(segment)));
        }
        segment.values()
                .forEach((dimension, values) ->
                        filters.add(
                                filter(columns.dimension(dimension), wanted(dimension, values))));
        PageTemplate page = segment.page();
        if (page != null) {
            filters.add(filter(columns.templateCodes(), wanted(page)));
        }
        return filters;
    }

    private Filter within(TimeWindow window) {
        Moments moments = columns.moments();
        long begin = window.from().toEpochMilli();
        long end = window.to().toEpochMilli();
        return (words, from, to) -> moments.retain(begin, end, words, from, to);
    }

    private static Filter filter(Codes codes, byte[] wanted) {
        return (words, from, to) -> codes.retain(wanted, words, from, to);
    }

    private static byte[] counted(Segment segment) {
        var wanted = new byte[Exclusion.all().size()];
        wanted[Exclusion.NONE.code()] = 1;
        segment.including().forEach(exclusion -> wanted[exclusion.code()] = 1);
        return wanted;
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

    private byte[] wanted(PageTemplate page) {
        var wanted = new byte[columns.templates().cardinality()];
        int code = columns.templates().find(page);
        if (code >= 0) {
            wanted[code] = 1;
        }
        return wanted;
    }
}
