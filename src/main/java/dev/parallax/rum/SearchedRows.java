package dev.parallax.rum;

import dev.parallax.progress.Progress;
import java.util.Locale;

/// Looks for single page views.
final class SearchedRows {
    private final Columns columns;

    SearchedRows(Columns columns) {
        this.columns = columns;
    }

    Selection search(Selection selection, Search search, Progress progress) {
        return switch (search) {
            case Search.PageText(String text) -> withPath(selection, text, progress);
            case Search.OfSession(long hash) ->
                    withHash(selection, Column.Single.SESSION, hash, progress);
            case Search.OfUser(long hash) ->
                    withHash(selection, Column.Single.USER, hash, progress);
            case Search.OfView(long hash) ->
                    withHash(selection, Column.Single.VIEW, hash, progress);
        };
    }

    private Selection withPath(Selection selection, String text, Progress progress) {
        Dictionary paths = columns.dictionaries().pages();
        String lower = text.toLowerCase(Locale.ROOT);
        var wanted = new byte[paths.size()];
        for (int code = 0; code < wanted.length; code++) {
            wanted[code] =
                    (byte) (paths.text(code).toLowerCase(Locale.ROOT).contains(lower) ? 1 : 0);
        }
        Selection found = selection.copy();
        Codes codes = columns.pathCodes();
        Scan.words(
                columns.rows(),
                progress,
                (from, to) -> codes.retain(wanted, found.words(), from, to));
        return found;
    }

    /// Looks through the stored hashes, which are too large to be kept for a search now and then.
    private Selection withHash(Selection selection, Column column, long hash, Progress progress) {
        Selection found = Selection.none(columns.rows());
        columns.scanLongs(
                column,
                (firstRow, hashes, count) -> {
                    progress.throwIfCancelled();
                    for (int i = 0; i < count; i++) {
                        if (hashes[i] == hash && selection.isSelected(firstRow + i)) {
                            found.add(firstRow + i);
                        }
                    }
                });
        return found;
    }
}
