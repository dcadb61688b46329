package dev.parallax.importer.source;

import static dev.parallax.importer.source.Packed.bytes;
import static dev.parallax.importer.source.Packed.gzip;
import static dev.parallax.importer.source.Packed.joined;
import static dev.parallax.importer.source.Packed.zip;
import static dev.parallax.importer.source.Packed.zstd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.progress.Stoppable;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is found, in which order, and how it comes to be text.
final class SourcesTest {
    private static final String TEXT = "page,lcp\n/,1000\n/über,2000\n";

    @TempDir Path folder;

    @Test
    void findsFilesInFoldersAndArchivesInTheOrderOfTheirNames() {
        write("in/b.csv", bytes("b"));
        write("in/deep/er/a.csv", bytes("a"));
        write("in/.hidden", bytes("no"));
        write("in/.git/config", bytes("no"));
        write("in/nothing.csv", new byte[0]);
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("2026-12.csv", bytes("d"));
        entries.put("2026-11.csv", bytes("c"));
        entries.put("__MACOSX/2026-11.csv", bytes("no"));
        entries.put("sub/.DS_Store", bytes("no"));
        entries.put("empty.csv", new byte[0]);
        Path export = write("export.zip", zip(entries));
        Path first = write("0.csv", bytes("0"));
        var paths = new ArrayList<>(List.of(folder.resolve("in"), export, first));
        for (int i = 0; i < 6; i++) {
            Collections.shuffle(paths, new Random(i));
            try (Sources found = Sources.find(paths, Progress.NONE)) {
                assertThat(found.list())
                        .extracting(Source::name)
                        .containsExactly(
                                "0.csv",
                                "export.zip/2026-11.csv",
                                "export.zip/2026-12.csv",
                                "in/b.csv",
                                "in/deep/er/a.csv");
                assertThat(found.list())
                        .extracting(this::text)
                        .containsExactly("0", "c", "d", "b", "a");
                assertThat(found.warnings())
                        .containsExactly(
                                "export.zip/empty.csv is empty and was left out.",
                                "in/nothing.csv is empty and was left out.");
            }
        }
    }

    @Test
    void readsTheSameContentOnce() throws IOException {
        Path file = write("a.csv", bytes(TEXT));
        Path copy = write("copy.csv", bytes(TEXT));
        write("other.csv", bytes(TEXT.replace('1', '2')));
        Files.createSymbolicLink(folder.resolve("link.csv"), file);
        try (Sources found = Sources.find(List.of(copy, folder, file), Progress.NONE)) {
            assertThat(found.list()).hasSize(2);
            assertThat(found.warnings())
                    .containsExactly(
                            "a.csv, copy.csv were named more than once, also by a folder or a link, and read once.",
                            "copy.csv has the same content as a.csv, which was read once.");
        }
    }

    @Test
    void saysWhichFilesWereNamedMoreThanOnce() {
        Path file = write("a.csv", bytes(TEXT));
        try (Sources found = Sources.find(List.of(file, file, file), Progress.NONE)) {
            assertThat(found.list()).hasSize(1);
            assertThat(found.warnings())
                    .containsExactly(
                            "a.csv was named more than once, also by a folder or a link, and read once.");
        }
        var paths = new ArrayList<>(List.of(folder));
        for (int i = 0; i < 5; i++) {
            paths.add(
                    write("part-%d.csv".formatted(i), bytes(TEXT.replace('1', (char) ('2' + i)))));
        }
        try (Sources found = Sources.find(paths, Progress.NONE)) {
            assertThat(found.list()).hasSize(6);
            assertThat(found.warnings())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("part-0.csv")
                    .endsWith(
                            "part-2.csv and 2 more were named more than once, also by a folder or a link, and read once.");
        }
    }

    @Test
    void goesRoundNoLoop() throws IOException {
        write("a.csv", bytes(TEXT));
        Files.createSymbolicLink(folder.resolve("again"), folder);
        Files.createSymbolicLink(folder.resolve(".hidden"), folder);
        try (Sources found = Sources.find(List.of(folder), Progress.NONE)) {
            assertThat(found.list()).hasSize(1);
        }
    }

    @Test
    void endsHashingOnceItIsCancelled() throws IOException {
        Path first = write("a.csv", bytes(TEXT));
        Path second = write("b.csv", bytes(TEXT.replace('1', '2')));
        var cancelled = new Stoppable();
        cancelled.cancel();
        DiskFile file = DiskFile.of(first, "a.csv", cancelled);
        assertThatThrownBy(file::sha256).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> Sources.find(List.of(first, second), cancelled))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void unpacksWhateverTheFileIsCalled() throws Exception {
        for (byte[] content :
                List.of(
                        bytes(TEXT),
                        gzip(bytes(TEXT)),
                        zstd(bytes(TEXT)),
                        joined(gzip(bytes("page,lcp\n/,1000\n")), gzip(bytes("/über,2000\n"))),
                        joined(gzip(bytes(TEXT)), new byte[700]),
                        joined(gzip(bytes(TEXT)), gzip(new byte[0])),
                        joined(zstd(bytes("page,lcp\n/,1000\n")), zstd(bytes("/über,2000\n"))))) {
            Path file = write("views.dat", content);
            try (Sources found = Sources.find(List.of(file), Progress.NONE)) {
                Source source = found.list().getFirst();
                assertThat(text(source)).isEqualTo(TEXT);
                assertThat(source.file().sha256()).isEqualTo(sha256(content));
                assertThat(source.file().bytes()).isEqualTo(content.length);
                assertThat(source.size()).isEqualTo(content.length);
            }
        }
    }

    @Test
    void hashesAnArchiveAsOneFile() throws Exception {
        byte[] content = zip(Map.of("a.csv", bytes(TEXT), "b.csv", bytes("b")));
        Path file = write("export.zip", content);
        try (Sources found = Sources.find(List.of(file), Progress.NONE)) {
            found.list().forEach(this::text);
            assertThat(found.list().stream().map(Source::file).distinct())
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.name()).isEqualTo("export.zip");
                        assertThat(one.sha256()).isEqualTo(sha256(content));
                    });
        }
    }

    @Test
    void readsEveryEncoding() {
        var charsets =
                Map.of(
                        StandardCharsets.UTF_16LE,
                        "\uFEFF" + TEXT,
                        StandardCharsets.UTF_16BE,
                        "\uFEFF" + TEXT,
                        StandardCharsets.UTF_8,
                        "\uFEFF" + TEXT,
                        Charset.forName("windows-1252"),
                        TEXT);
        charsets.forEach((charset, text) -> {
            Path file = write("views.csv", gzip(text.getBytes(charset)));
            try (Sources found = Sources.find(List.of(file), Progress.NONE)) {
                Source source = found.list().getFirst();
                assertThat(source.charset()).isEqualTo(charset);
                assertThat(source.preview()).isEqualTo(TEXT);
                assertThat(text(source)).isEqualTo(TEXT);
            }
        });
    }

    @Test
    void textsOfManyBlocksComeThroughWhole() {
        var random = new Random(7);
        for (int i = 0; i < 12; i++) {
            var text = new StringBuilder("x");
            int length = 60_000 + random.nextInt(300_000);
            while (text.length() < length) {
                text.appendCodePoint(
                        switch (random.nextInt(4)) {
                            case 0 -> 0x1F600 + random.nextInt(50);
                            case 1 -> 0x4E00 + random.nextInt(1000);
                            default -> 'a' + random.nextInt(26);
                        });
            }
            byte[] utf8 = bytes(text.toString());
            byte[] content =
                    switch (i % 3) {
                        case 0 -> utf8;
                        case 1 -> gzip(utf8);
                        default -> zstd(utf8);
                    };
            Path file = write("views.txt", content);
            try (Sources found = Sources.find(List.of(file), Progress.NONE)) {
                assertThat(text(found.list().getFirst())).isEqualTo(text.toString());
            }
        }
    }

    @Test
    void noticesAFileThatChangesWhileItIsRead() throws IOException {
        Path file = write("views.csv", bytes(TEXT));
        try (Sources found = Sources.find(List.of(file), Progress.NONE)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
            refuses(() -> text(found.list().getFirst()), "import-changed");
        }
        try (Sources found = Sources.find(List.of(file), Progress.NONE)) {
            Files.write(file, bytes(TEXT + TEXT));
            refuses(() -> text(found.list().getFirst()), "import-changed");
        }
    }

    @Test
    void refusesPipesAndDevices() throws Exception {
        Path pipe = folder.resolve("pipe");
        if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0) {
            refuses(() -> Sources.find(List.of(pipe), Progress.NONE), "import-not-a-file");
            refuses(() -> Sources.find(List.of(folder), Progress.NONE), "import-not-a-file");
        }
    }

    @Test
    void readingEndsWhenCancelledOrClosed() throws IOException {
        Path file = write("views.csv", bytes(TEXT.repeat(200_000)));
        Progress cancelled =
                new Progress() {
                    @Override
                    public void report(double fraction, String what) {}

                    @Override
                    public boolean isCancelled() {
                        return true;
                    }

                    @Override
                    public void onCancel(Runnable action) {}
                };
        try (Sources found = Sources.find(List.of(file), Progress.NONE)) {
            Source source = found.list().getFirst();
            var meter = new Meter(cancelled, source.size());
            meter.begin(source);
            try (Reader reader = source.open(meter)) {
                assertThatThrownBy(reader::read).isInstanceOf(CancellationException.class);
            }
            try (Reader reader = source.open(new Meter(Progress.NONE, 1))) {
                assertThat(reader.read()).isEqualTo('p');
            }
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("import-reader");
    }

    @Test
    void tellsProgressOverAllFiles() {
        Path a = write("a.csv", bytes(TEXT.repeat(3000)));
        Path b = write("b.csv.gz", gzip(bytes(TEXT.repeat(9000))));
        Path c = write("c.zip", zip(Map.of("c", bytes(TEXT.repeat(5000)))));
        var told = new ArrayList<Double>();
        Progress progress =
                new Progress() {
                    @Override
                    public void report(double fraction, String what) {
                        told.add(fraction);
                    }

                    @Override
                    public boolean isCancelled() {
                        return false;
                    }

                    @Override
                    public void onCancel(Runnable action) {}
                };
        try (Sources found = Sources.find(List.of(a, b, c), progress)) {
            var meter = new Meter(progress, found.bytes());
            found.list().forEach(source -> read(source, meter));
        }
        assertThat(told).isSorted().allMatch(part -> part >= 0 && part <= 1);
        assertThat(told.getLast()).isGreaterThan(0.95);
    }

    private Path write(String name, byte[] content) {
        return Packed.write(folder, name, content);
    }

    private String text(Source source) {
        return read(source, new Meter(Progress.NONE, source.size()));
    }

    private static String read(Source source, Meter meter) {
        meter.begin(source);
        var text = new StringWriter();
        try (Reader reader = source.open(meter)) {
            reader.transferTo(text);
        } catch (IOException failed) {
            throw Source.explain(source.name(), failed);
        }
        return text.toString();
    }

    private static void refuses(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
