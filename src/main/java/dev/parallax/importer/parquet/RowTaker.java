package dev.parallax.importer.parquet;

/// Is told where rows begin and end; between that the takers of its columns are told their values.
public interface RowTaker {
    /// A row begins.
    ///
    /// @param row counted from 1
    void begin(long row);

    /// A row begins some of whose values were taken ahead.
    ///
    /// @param row counted from 1
    /// @param inBatch counted from 0
    default void begin(long row, int inBatch) {
        begin(row);
    }

    void end();
}
