package dev.parallax.importer.parquet;

import dev.hardwood.HardwoodContext;
import dev.hardwood.InputFile;
import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ColumnReaders;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.ColumnSchema;
import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/// An open Parquet file. Whatever is wrong with it is one [ProblemException].
public final class ParquetFile implements AutoCloseable {
    /// Two decode while a third reads the values: more do not help, the pages are few.
    private static final int THREADS = 2;

    private static final int BATCH_ROWS = 1 << 13;

    /// Less than this is harmless.
    private static final long ALWAYS_FINE = 64L << 20;

    private static final int LARGEST_RATIO = 250;

    private static final Set<CompressionCodec> CODECS =
            Set.of(
                    CompressionCodec.UNCOMPRESSED,
                    CompressionCodec.SNAPPY,
                    CompressionCodec.GZIP,
                    CompressionCodec.ZSTD);

    /// It tells at each start that it goes without vector instructions.
    private static final Logger HARDWOOD = Logger.getLogger("dev.hardwood");

    static {
        HARDWOOD.setLevel(Level.WARNING);
        // of eight pages of each column, which it decodes ahead otherwise, each may be a megabyte:
        // the collector copied them about, and they filled half of a heap of a gigabyte
        System.setProperty("hardwood.internal.maxOutstanding", "3");
    }

    private final String name;
    private final HardwoodContext context;
    private final ParquetFileReader reader;
    private final List<String> columns = new ArrayList<>();
    private final Set<String> nested = new LinkedHashSet<>();

    private ParquetFile(String name, HardwoodContext context, ParquetFileReader reader) {
        this.name = name;
        this.context = context;
        this.reader = reader;
    }

    /// Opens a file and looks at its footer.
    ///
    /// @param name for people
    /// @throws ProblemException if it is damaged, or compressed in a way that is not read
    public static ParquetFile open(Path path, String name) {
        HardwoodContext context = HardwoodContext.create(THREADS);
        try {
            return attempt(
                    name,
                    () -> {
                        long size = Files.size(path);
                        var file =
                                new ParquetFile(
                                        name,
                                        context,
                                        ParquetFileReader.open(InputFile.of(path), context));
                        file.check(size);
                        file.findColumns();
                        return file;
                    });
        } catch (ProblemException failed) {
            context.close();
            throw failed;
        }
    }

    /// Something that a damaged file makes fail in many ways.
    private interface Attempt<T> {
        T run() throws IOException;
    }

    // the library answers damage with whatever its arithmetic comes to, a length of 2 GB among it
    @SuppressWarnings("CatchingUnchecked")
    private static <T> T attempt(String name, Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (ProblemException ours) {
            throw ours;
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError failed) {
            throw ParquetProblems.broken(name, failed);
        }
    }

    private void check(long size) {
        long unpacked = 0;
        for (RowGroup group : reader.getFileMetaData().rowGroups()) {
            for (ColumnChunk chunk : group.columns()) {
                CompressionCodec codec = chunk.metaData().codec();
                if (!CODECS.contains(codec)) {
                    throw ParquetProblems.codec(name, codec.name());
                }
                unpacked = Math.max(unpacked, 0) + chunk.metaData().totalUncompressedSize();
            }
        }
        if (isTooMuch(unpacked, size) || isTooMuch(rows(), size)) {
            throw ParquetProblems.bomb(name);
        }
    }

    private static boolean isTooMuch(long much, long size) {
        return much > ALWAYS_FINE && much / LARGEST_RATIO > size;
    }

    private void findColumns() {
        for (ColumnSchema column : reader.getFileSchema().getColumns()) {
            if (ParquetColumn.kind(column).isPresent()) {
                columns.add(nameOf(column));
            } else {
                nested.add(column.fieldPath().topLevelName());
            }
        }
    }

    private static String nameOf(ColumnSchema column) {
        return String.join(".", column.fieldPath().elements());
    }

    /// Names of the columns that can be read; one within a structure has dots in it.
    public List<String> columns() {
        return List.copyOf(columns);
    }

    /// Names of the columns that cannot be read as one value a row: lists, maps, intervals.
    public List<String> nested() {
        return List.copyOf(nested);
    }

    public long rows() {
        return reader.getFileMetaData().numRows();
    }

    /// Reads rows in their order.
    ///
    /// @param takers of the wanted columns, by their names
    /// @param most rows to be read
    /// @param progress told the number of rows read, from time to time
    /// @return the number of rows read
    /// @throws ProblemException if the file is damaged
    public long read(
            Map<String, ? extends ColumnTaker> takers,
            RowTaker rows,
            long most,
            LongConsumer progress) {
        try (ColumnReaders readers = attempt(name, () -> readers(takers, most))) {
            List<ParquetColumn> wanted = attempt(name, () -> columns(readers, takers));
            var batch = new Batch(BATCH_ROWS);
            long row = 0;
            while (row < most && attempt(name, readers::nextBatch)) {
                int count = (int) Math.min(most - row, readers.getRecordCount());
                attempt(name, () -> load(wanted));
                batch.begin(count);
                tell(batch, wanted, row, rows);
                row += count;
                progress.accept(row);
            }
            if (row < Math.min(most, rows())) {
                throw ParquetProblems.tooFew(name, rows(), row);
            }
            return row;
        }
    }

    private static void tell(Batch batch, List<ParquetColumn> wanted, long before, RowTaker rows) {
        List<ParquetColumn> rest =
                wanted.stream().filter(column -> !column.tellAhead(batch)).toList();
        for (int i = 0; i < batch.count(); i++) {
            List<ParquetColumn> left = rest;
            if (batch.isPutBack(i)) {
                rows.begin(before + i + 1);
                left = wanted;
            } else {
                rows.begin(before + i + 1, i);
            }
            for (ParquetColumn column : left) {
                column.tell(i);
            }
            rows.end();
        }
    }

    private ColumnReaders readers(Map<String, ? extends ColumnTaker> takers, long most) {
        return reader.buildColumnReaders(
                        ColumnProjection.columns(takers.keySet().toArray(String[]::new)))
                .batchSize((int) Math.min(BATCH_ROWS, most))
                .build();
    }

    private static List<ParquetColumn> columns(
            ColumnReaders readers, Map<String, ? extends ColumnTaker> takers) {
        var wanted = new ArrayList<ParquetColumn>();
        for (int i = 0; i < readers.getColumnCount(); i++) {
            var column = readers.getColumnReader(i);
            ColumnTaker taker = takers.get(nameOf(column.getColumnSchema()));
            if (taker != null) {
                wanted.add(ParquetColumn.of(column, taker));
            }
        }
        return wanted;
    }

    private static boolean load(List<ParquetColumn> columns) {
        columns.forEach(ParquetColumn::load);
        return true;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException failed) {
            throw ParquetProblems.broken(name, failed);
        } finally {
            context.close();
        }
    }
}
