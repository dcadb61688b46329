package dev.parallax.store;

import dev.parallax.rum.Chunk;
import dev.parallax.rum.Column;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.Dictionaries;
import dev.parallax.rum.Dictionary;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.PageViewSink;
import dev.parallax.rum.QuarantinedLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the page views of one import, some chunks in each transaction.
final class DatasetWriter implements PageViewSink {
    /// Chunks in one transaction: 131,072 page views, 3 MB. Results wait for it, and the next one
    /// to be written syncs it to the disk: of eight chunks a transaction took three times as long,
    /// and the import no less.
    private static final int CHUNKS_AT_ONCE = 2;

    private final Database database;
    private final Staging staging;
    private final ChunkEncoder encoder = new ChunkEncoder();
    private final List<ChunkRows.Encoded> waiting = new ArrayList<>();
    private final ImportSums sums = new ImportSums();
    private final Map<Column, Integer> storedTexts = new HashMap<>();
    private @Nullable Dictionaries dictionaries;
    private int chunks;

    DatasetWriter(Database database, Staging staging) {
        this.database = database;
        this.staging = staging;
    }

    @Override
    public synchronized Dictionaries dictionaries() {
        if (dictionaries == null) {
            dictionaries = staging.isNew() ? Dictionaries.limited() : existing();
        }
        return dictionaries;
    }

    private Dictionaries existing() {
        long dataset = staging.place().dataset();
        Dictionaries texts =
                database.read(handle -> TextRows.read(handle, dataset, Dictionaries.limited()));
        for (Column column : TextRows.columns()) {
            storedTexts.put(column, TextRows.dictionary(texts, column).size());
        }
        return texts;
    }

    @Override
    public void write(Chunk chunk) {
        Staging.Place place = staging.place();
        ImportSums.Span span = sums.add(chunk);
        waiting.add(
                new ChunkRows.Encoded(
                        place.firstChunk() + chunks++,
                        chunk.rows(),
                        span.first(),
                        span.last(),
                        encoder.encode(chunk),
                        QuarantinedColumn.of(chunk.quarantine())));
        if (waiting.size() == CHUNKS_AT_ONCE) {
            insertWaiting(place);
        }
    }

    private void insertWaiting(Staging.Place place) {
        database.writeBulk(handle -> {
            ChunkRows.insert(handle, place.dataset(), place.importId(), waiting);
            return waiting.size();
        });
        waiting.clear();
    }

    @Override
    public Dataset finish(ImportRecord record, List<QuarantinedLine> lines) {
        Staging.Place place = staging.place();
        insertWaiting(place);
        for (Column column : TextRows.columns()) {
            Dictionary texts = TextRows.dictionary(dictionaries(), column);
            int from = storedTexts.getOrDefault(column, Dictionary.UNKNOWN + 1);
            TextRows.insert(database, place.dataset(), place.importId(), column, texts, from);
        }
        Dataset dataset = staging.finish(sums, place.firstChunk() + chunks, record, lines);
        encoder.close();
        return dataset;
    }

    @Override
    public void abandon() {
        waiting.clear();
        encoder.close();
        staging.abandon();
    }
}
