package dev.parallax.importer.join;

/// Goes over rows in memory.
final class RowsCursor implements Cursor {
    private final Rows rows;
    private int index = -1;

    /// @param rows sorted
    RowsCursor(Rows rows) {
        this.rows = rows;
    }

    @Override
    public boolean next() {
        return ++index < rows.count();
    }

    @Override
    public byte[] bytes() {
        return rows.bytes();
    }

    @Override
    public int at() {
        return rows.place(index);
    }
}
