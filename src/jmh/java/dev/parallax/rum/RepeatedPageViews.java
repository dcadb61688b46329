package dev.parallax.rum;

import java.util.Map;

/// A data set several times over, one repetition after the other, for sizes that nobody wants to
/// import each time.
public final class RepeatedPageViews implements PageViewLoader {
    private final Columns columns;
    private final int times;

    private RepeatedPageViews(Columns columns, int times) {
        this.columns = columns;
        this.times = times;
    }

    /// A data set with each page view several times.
    ///
    /// @param times how often each page view is there
    public static PageViews of(PageViews views, int times) {
        Dataset one = views.dataset();
        var many =
                new Dataset(
                        one.id(),
                        one.revision(),
                        one.kind(),
                        one.name() + " x " + times,
                        one.imported(),
                        new Dataset.Size(
                                one.rows() * times,
                                one.pageViews() * times,
                                one.weight() * times,
                                one.size().weighting()),
                        one.first(),
                        one.last(),
                        one.provenance());
        return new PageViews(many, new RepeatedPageViews(views.columns(), times));
    }

    @Override
    public void readInts(Column column, IntChunks into) {
        for (int i = 0; i < times; i++) {
            int before = i * columns.rows();
            columns.scanInts(
                    column,
                    (firstRow, entries, rows) -> into.accept(before + firstRow, entries, rows));
        }
    }

    @Override
    public void readLongs(Column column, LongChunks into) {
        for (int i = 0; i < times; i++) {
            int before = i * columns.rows();
            columns.scanLongs(
                    column,
                    (firstRow, entries, rows) -> into.accept(before + firstRow, entries, rows));
        }
    }

    @Override
    public Map<Column, Long> readRow(int row) {
        return columns.loader().readRow(row % columns.rows());
    }

    @Override
    public Dictionaries dictionaries() {
        return columns.dictionaries();
    }
}
