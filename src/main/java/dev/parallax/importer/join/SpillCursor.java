package dev.parallax.importer.join;

/// Goes over a run of rows in a spill file.
final class SpillCursor implements Cursor {
    private final Spill spill;
    private final long end;
    private final byte[] bytes;
    private long position;
    private int at;
    private int filled;
    private int length;

    /// @param bufferBytes read at a time; more than [Row#LONGEST]
    SpillCursor(Spill spill, Spill.Run run, int bufferBytes) {
        this.spill = spill;
        this.position = run.from();
        this.end = run.to();
        this.bytes = new byte[bufferBytes];
    }

    @Override
    public boolean next() {
        at += length;
        if (filled - at < Row.LONGEST && position < end) {
            fill();
        }
        if (at == filled) {
            return false;
        }
        length = Row.length(bytes, at);
        return true;
    }

    private void fill() {
        System.arraycopy(bytes, at, bytes, 0, filled - at);
        filled -= at;
        at = 0;
        int wanted = (int) Math.min(bytes.length - filled, end - position);
        spill.read(position, bytes, filled, wanted);
        position += wanted;
        filled += wanted;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public int at() {
        return at;
    }
}
