package dev.parallax.importer.parquet;

/// Is told where rows begin and end; between that the takers of its columns are told their values.
public interface RowTaker {
    /// A row begins.
    ///
    /// @param row counted from 1
    void begin(long row);

    void end();
}
