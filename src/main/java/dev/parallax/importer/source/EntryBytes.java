package dev.parallax.importer.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/// An entry of a zip archive.
record EntryBytes(Archive archive, ZipEntry entry, String name) implements Bytes {

    @Override
    public long size() {
        return Math.max(0, entry.getCompressedSize());
    }

    boolean isEmpty() {
        return entry.getSize() == 0;
    }

    @Override
    public DiskFile file() {
        return archive.file();
    }

    @Override
    public InputStream look() throws IOException {
        return archive.open(entry);
    }

    @Override
    public AheadReader.Content open() throws IOException {
        return new EntryContent(
                new CheckedInputStream(
                        archive.expansion().watch(archive.open(entry)), new CRC32()));
    }

    /// The JDK does not look at an entry's checksum.
    private final class EntryContent implements AheadReader.Content {
        private final CheckedInputStream checked;
        private final Counted counted;

        EntryContent(CheckedInputStream checked) {
            this.checked = checked;
            this.counted = new Counted(checked);
        }

        @Override
        public InputStream bytes() {
            return counted;
        }

        @Override
        public long position() {
            double unpacked = Math.max(1, entry.getSize());
            return (long) (size() * Math.min(1, counted.count / unpacked));
        }

        @Override
        public void complete() throws IOException {
            if (entry.getCrc() != checked.getChecksum().getValue()) {
                throw new ZipException("the checksum of " + entry.getName() + " is wrong");
            }
            archive.file().refuseIfChanged();
        }
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
