package dev.parallax.store;

import dev.parallax.rum.Column;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Removes what nobody can see any more, in pieces that others can get between. Broken off at any
/// point, it is taken up again by doing it again.
final class Removal {
    /// Texts removed in one transaction.
    private static final int TEXTS_AT_ONCE = 10_000;

    private static final String IMPORTS_OF =
            """
            SELECT id
              FROM import
             WHERE dataset = :dataset
            """;

    private final Transactions transactions;

    Removal(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Removes a data set that is hidden or was never shown, with everything that belongs to it.
    void removeDataset(long dataset) {
        List<Long> imports =
                transactions.read(handle ->
                        handle.createQuery(IMPORTS_OF)
                                .bind("dataset", dataset)
                                .mapTo(Long.class)
                                .list());
        imports.forEach(importId -> removeViews(dataset, importId));
        repeat(handle -> TextRows.deleteSome(handle, dataset));
        transactions.write(handle -> handle.execute("DELETE FROM dataset WHERE id = ?", dataset));
    }

    /// Removes an import that was never shown, so that no other one has its texts.
    void removeUnfinished(long dataset, long importId) {
        removeViews(dataset, importId);
        repeat(handle -> TextRows.deleteSomeOf(handle, dataset, importId));
        removeRow(importId);
    }

    /// Removes an import that was hidden, and the texts that no other one has.
    void removeHidden(long dataset, long importId) {
        removeViews(dataset, importId);
        for (Column column : TextRows.columns()) {
            removeUnusedTexts(dataset, column);
        }
        removeRow(importId);
    }

    private void removeViews(long dataset, long importId) {
        repeat(handle -> ChunkRows.deleteSome(handle, dataset, importId));
        repeat(handle -> LineRows.deleteSome(handle, importId));
        repeat(handle -> AggregateRows.deleteSome(handle, importId));
    }

    private void removeRow(long importId) {
        transactions.write(handle -> handle.execute("DELETE FROM import WHERE id = ?", importId));
    }

    private void repeat(Work<Boolean> piece) {
        boolean found;
        do {
            found = transactions.write(piece);
        } while (found);
    }

    private void removeUnusedTexts(long dataset, Column column) {
        List<Integer> unused =
                transactions.read(handle -> {
                    BitSet used = DatasetReader.usedCodes(handle, dataset, column);
                    List<Integer> codes = new ArrayList<>(TextRows.codes(handle, dataset, column));
                    codes.removeIf(used::get);
                    return codes;
                });
        for (int at = 0; at < unused.size(); at += TEXTS_AT_ONCE) {
            List<Integer> some = unused.subList(at, Math.min(at + TEXTS_AT_ONCE, unused.size()));
            transactions.write(handle -> {
                TextRows.delete(handle, dataset, column, some);
                return some.size();
            });
        }
    }
}
