package dev.parallax.importer.source;

import static dev.parallax.importer.source.Packed.bytes;
import static dev.parallax.importer.source.Packed.gzip;
import static dev.parallax.importer.source.Packed.joined;
import static dev.parallax.importer.source.Packed.zip;
import static dev.parallax.importer.source.Packed.zstd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Archives that are broken, locked, packed twice or made to fill the memory: one clear problem
/// each.
final class RefusedArchivesTest {
    private static final byte[] TEXT = bytes("page,lcp\n/,1000\n".repeat(50));

    @TempDir Path folder;

    @Test
    void refusesWhatIsPackedTwice() {
        refuses(gzip(gzip(TEXT)), "import-nested");
        refuses(gzip(zstd(TEXT)), "import-nested");
        refuses(zstd(gzip(TEXT)), "import-nested");
        refuses(gzip(zip(Map.of("a.csv", TEXT))), "import-nested");
        refuses(zip(Map.of("a.csv.gz", gzip(TEXT))), "import-nested");
        refuses(zip(Map.of("a.zip", zip(Map.of("a.csv", TEXT)))), "import-nested");
        refuses(zip(Map.of("a.parquet", bytes("PAR1...PAR1"))), "import-nested");
    }

    @Test
    void refusesDamage() {
        byte[] gzip = gzip(TEXT);
        byte[] wrongSum = gzip.clone();
        wrongSum[gzip.length - 6] ^= 1;
        byte[] wrongLength = gzip.clone();
        wrongLength[gzip.length - 1] ^= 1;
        refuses(wrongSum, "import-damaged-archive");
        refuses(wrongLength, "import-damaged-archive");
        refuses(joined(gzip, bytes("and more")), "import-damaged-archive");
        refuses(joined(gzip, Arrays.copyOf(gzip, 5)), "import-damaged-archive");
        refuses(joined(gzip, Arrays.copyOf(gzip, 40)), "import-damaged-archive");
        refuses(joined(zstd(TEXT), bytes("and more")), "import-damaged-archive");
        refuses(Arrays.copyOf(zstd(TEXT), 20), "import-damaged-archive");
        byte[] zip = zip(Map.of("a.csv", TEXT));
        refuses(Arrays.copyOf(zip, zip.length - 8), "import-damaged-archive");
        byte[] stored = stored(TEXT);
        stored[60] ^= 1;
        refuses(stored, "import-damaged-archive");
        refuses(zip(Map.of()), "import-empty-archive");
        refuses(zip(Map.of("folder/", new byte[0])), "import-empty-archive");
        refuses(zip(Map.of("a.csv", new byte[0])), "import-empty");
    }

    @Test
    void refusesEncryptedArchives() {
        byte[] zip = zip(Map.of("a.csv", TEXT));
        int central = lastIndexOf(zip, bytes("PK\u0001\u0002"));
        zip[6] |= 1;
        zip[central + 8] |= 1;
        refuses(zip, "import-encrypted");
        zip[6] &= ~1;
        zip[central + 8] &= ~1;
        zip[central + 10] = 99;
        refuses(zip, "import-damaged-archive");
    }

    @Test
    void refusesDocumentsAndTar() {
        refuses(zip(Map.of("[Content_Types].xml", TEXT)), "import-binary");
        refuses(zip(Map.of("mimetype", TEXT)), "import-binary");
        byte[] tar = Arrays.copyOf(bytes("views.csv"), 1024);
        System.arraycopy(bytes("ustar"), 0, tar, 257, 5);
        refuses(tar, "import-binary");
        refuses(gzip(tar), "import-binary");
    }

    @Test
    void refusesBombsOnceTheyAreLarge() {
        refuses(packed(Packing.GZIP, 80), "import-bomb");
        refuses(packed(Packing.ZSTD, 80), "import-bomb");
        refuses(packed(Packing.ZIP, 80), "import-bomb");
        assertThatCode(() -> readAll(packed(Packing.GZIP, 60))).doesNotThrowAnyException();
        assertThatCode(() -> readAll(packed(Packing.ZIP, 60))).doesNotThrowAnyException();
    }

    @Test
    void entriesOfAnArchiveAreOneBomb() {
        byte[] part = new byte[30 << 20];
        Arrays.fill(part, (byte) 'x');
        var parts = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 3; i++) {
            parts.put("part" + i, part);
        }
        refuses(zip(parts), "import-bomb");
    }

    @Test
    void damagedArchivesNeverDoMoreThanBeRefused() {
        var random = new Random(11);
        var text = new StringBuilder("page,lcp\n");
        for (int i = 0; i < 300; i++) {
            text.append("/p").append(random.nextInt()).append(',').append(i).append('\n');
        }
        byte[] good = bytes(text.toString());
        for (byte[] whole : List.of(gzip(good), zstd(good), zip(Map.of("a.csv", good)))) {
            for (int i = 0; i < 400; i++) {
                byte[] damaged = whole.clone();
                for (int change = 0; change <= random.nextInt(3); change++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                if (i % 4 == 0) {
                    damaged = Arrays.copyOf(damaged, 1 + random.nextInt(damaged.length));
                }
                try {
                    readAll(damaged);
                } catch (ProblemException refused) {
                    assertThat(refused.problem().code()).startsWith("import-");
                }
            }
        }
    }

    private enum Packing {
        GZIP,
        ZSTD,
        ZIP
    }

    /// So many megabytes of one letter.
    private static byte[] packed(Packing packing, int megabytes) {
        var packed = new ByteArrayOutputStream();
        byte[] one = new byte[1 << 20];
        Arrays.fill(one, (byte) 'x');
        try (OutputStream packer =
                switch (packing) {
                    case GZIP -> new GZIPOutputStream(packed);
                    case ZSTD -> new ZstdOutputStreamNoFinalizer(packed);
                    case ZIP -> {
                        var zip = new ZipOutputStream(packed);
                        zip.putNextEntry(new ZipEntry("a.csv"));
                        yield zip;
                    }
                }) {
            for (int i = 0; i < megabytes; i++) {
                packer.write(one);
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return packed.toByteArray();
    }

    private static byte[] stored(byte[] content) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            var sum = new CRC32();
            sum.update(content);
            var entry = new ZipEntry("a.csv");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return packed.toByteArray();
    }

    private static int lastIndexOf(byte[] in, byte[] what) {
        for (int at = in.length - what.length; at >= 0; at--) {
            if (Arrays.equals(in, at, at + what.length, what, 0, what.length)) {
                return at;
            }
        }
        return -1;
    }

    private void refuses(byte[] content, String code) {
        assertThatThrownBy(() -> readAll(content))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    private void readAll(byte[] content) {
        Path file = Packed.write(folder, "views", content);
        try (Sources found = Sources.find(List.of(file), Progress.NONE)) {
            var meter = new Meter(Progress.NONE, found.bytes());
            for (Source source : found.list()) {
                meter.begin(source);
                try (Reader reader = source.open(meter)) {
                    reader.transferTo(Writer.nullWriter());
                } catch (IOException failed) {
                    throw Source.explain(source.name(), failed);
                }
            }
        }
    }
}
