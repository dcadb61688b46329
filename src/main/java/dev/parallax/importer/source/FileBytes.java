package dev.parallax.importer.source;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/// A file by itself, compressed or not.
record FileBytes(DiskFile file, Signature.Kind kind) implements Bytes {

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public InputStream look() throws IOException {
        return unpack(Files.newInputStream(file.path()));
    }

    @Override
    public AheadReader.Content open() throws IOException {
        DiskFile.Hashed packed = file.read();
        InputStream unpacked = unpack(packed);
        InputStream watched = isPacked() ? new Expansion(name(), size()).watch(unpacked) : unpacked;
        return new FileContent(watched, packed);
    }

    private InputStream unpack(InputStream packed) throws IOException {
        return switch (kind) {
            case GZIP -> new Gunzip(packed);
            case ZSTD -> unzstd(packed);
            case TEXT, ZIP, PARQUET -> packed;
        };
    }

    private static InputStream unzstd(InputStream packed) throws IOException {
        try {
            return new ZstdInputStreamNoFinalizer(packed);
        } catch (IOException | RuntimeException failed) {
            packed.close();
            throw failed;
        }
    }

    /// Whether fewer bytes are on the disk than come out.
    boolean isPacked() {
        return kind == Signature.Kind.GZIP || kind == Signature.Kind.ZSTD;
    }

    private record FileContent(InputStream bytes, DiskFile.Hashed packed)
            implements AheadReader.Content {
        @Override
        public long position() {
            return packed.position();
        }

        @Override
        public void complete() throws IOException {
            packed.complete();
        }
    }
}
