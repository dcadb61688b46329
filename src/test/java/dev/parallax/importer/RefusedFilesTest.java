package dev.parallax.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.Dictionaries;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.ImportReport;
import dev.parallax.rum.PageViewSink;
import dev.parallax.rum.QuarantinedLine;
import dev.parallax.rum.RecordedPageViews;
import dev.parallax.settings.PseudonymKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files nobody can import: each gives one clear problem, and nothing is stored.
final class RefusedFilesTest {
    private static final byte[] GOOD =
            "ts,page,device,lcp\n2026-11-23T12:00:00Z,/,mobile,1000\n"
                    .repeat(20)
                    .getBytes(StandardCharsets.UTF_8);
    private static final byte[] GOOD_JSON =
            "{\"name\":\"LCP\",\"value\":1000.5,\"id\":\"v6-1795380331629-1\",\"url\":\"/\",\"entries\":[{\"a\":null}]}\n"
                    .repeat(20)
                    .getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;

    private final RecordedPageViews sink = new RecordedPageViews();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|import-empty",
                "' \n\r\n '|import-empty",
                "'sessionID,h_score\nabc,100\n'|import-no-metric",
                "'just a text'|import-no-metric",
                "'17,18,19\n20,21,22'|import-no-metric",
                "'page,p75_lcp,avg ttfb\n/,100,20'|import-aggregates",
                "'page,lcp\n'|import-nothing-usable",
                "'ts,lcp\n11/23/2026,100\nnoon,100\n'|import-nothing-usable",
                "'page,lcp,weight\n/,100,0\n/,200,0.0\n'|import-no-weight",
                "'page,lcp,weight\n/,100,1e-60\n/,200,\n'|import-no-weight",
                "'page,lcp\n/,100\n\"/cart,200\n/,300\n'|import-broken-quotes",
                "'page,lcp\n/,100\n\"/\"cart,200\n'|import-broken-quotes",
                "'{\"origin\":\"https://a.example\",\"rank\":1000}'|import-look-alike",
                "'{\"a\":1}\nnot json\n'|import-no-metric",
                "'[]'|import-no-metric",
                "'[{\"name\":\"LCP\",\"value\":1},'|import-broken-json",
                "'{broken'|import-broken-json",
                "'<html><body>lcp</body></html>'|import-look-alike"
            })
    void refusesTexts(String text, String code) {
        refuses(write(text.getBytes(StandardCharsets.UTF_8)), code);
    }

    @Test
    void refusesWhatIsNoTextFile() throws IOException {
        refuses(folder.resolve("absent.csv"), "import-no-such-file");
        refuses(folder, "import-empty-folder");
        refuses(
                write("PK\u0003\u0004rest".getBytes(StandardCharsets.ISO_8859_1)),
                "import-damaged-archive");
        refuses(write("page,lcp\n/,1\0\n".getBytes(StandardCharsets.UTF_8)), "import-binary");
        String text = new String(GOOD, StandardCharsets.UTF_8);
        refuses(write(text.getBytes(StandardCharsets.UTF_16LE)), "import-encoding");
        refuses(write(("\ufeff" + text).getBytes(Charset.forName("UTF-32LE"))), "import-encoding");
        refuses(write(gzip(gzip(GOOD))), "import-nested");
        refuses(write(gzip(new byte[0])), "import-empty");
        byte[] cut = gzip(GOOD);
        refuses(write(Arrays.copyOf(cut, cut.length / 2)), "import-damaged-archive");
        refuses(write(Arrays.copyOf(cut, 5)), "import-damaged-archive");
        if (Files.exists(Path.of("/dev/null"))) {
            refuses(Path.of("/dev/null"), "import-not-a-file");
        }
    }

    @Test
    void refusesWhatDoesNotBelongTogether() {
        Path csv = write("a.csv", GOOD);
        Path json = write("b.ndjson", GOOD_JSON);
        refuses(List.of(csv, json), ImportOptions.FIND_OUT, "import-mixed-formats");
        refuses(List.of(), ImportOptions.FIND_OUT, "import-no-files");
        refuses(List.of(csv), ImportOptions.as("excel"), "import-unknown-format");
        refuses(List.of(csv), ImportOptions.as("web-vitals"), "import-other-format");
        refuses(
                List.of(csv, write("c.csv", "x,y\n".getBytes(StandardCharsets.UTF_8))),
                ImportOptions.FIND_OUT,
                "import-no-metric");
    }

    @Test
    void namesThreeOfManyFiles() {
        List<Path> files =
                IntStream.range(0, 1_005)
                        .mapToObj(i ->
                                write(
                                        "%04d.csv".formatted(i),
                                        ("lcp\n" + "x".repeat(i + 1) + "\n")
                                                .getBytes(StandardCharsets.UTF_8)))
                        .toList();
        assertThatThrownBy(() -> read(files, ImportOptions.FIND_OUT, sink, Progress.NONE))
                .hasMessageStartingWith(
                        "cannot import \"0000.csv\", \"0001.csv\", \"0002.csv\" and 1,002 more: none of its");
    }

    @Test
    void oneLineSaysWhatWhyAndWhatNext() {
        Path file =
                write(
                        "scores.csv",
                        "sessionID,h_score\nabc,100\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> read(List.of(file), ImportOptions.FIND_OUT, sink, Progress.NONE))
                .hasMessage(
                        "cannot import \"scores.csv\": none of its columns is a metric (sessionID, h_score)."
                                + " name the columns in a header row: ttfb, fcp, lcp, cls, inp, dcl, load [import-no-metric]");
    }

    @Test
    void weightsThatAddUpToNothingAreRefusedInOneLine() {
        Path file =
                write(
                        "sampled.csv",
                        "page,lcp,weight\n/,100,0\n/,200,1e-60\n/,300,-2\n,,0\n"
                                .getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> read(List.of(file), ImportOptions.FIND_OUT, sink, Progress.NONE))
                .hasMessage(
                        "cannot import \"sampled.csv\": none of its 4 records can be used, mostly for: weight is"
                                + " not a number above 0 (first sampled.csv, line 2). give each page view a"
                                + " weight above 0, or leave the column out [import-no-weight]");
    }

    @Test
    void stopsWhenCancelled() {
        Path file = write("a.csv", bigCsv());
        var reports = new AtomicInteger();
        Progress impatient =
                new Progress() {
                    @Override
                    public void report(double fraction, String what) {
                        assertThat(fraction).isBetween(0.0, 1.0);
                        assertThat(what).isEqualTo("reading a.csv");
                        reports.incrementAndGet();
                    }

                    @Override
                    public boolean isCancelled() {
                        return reports.get() > 50;
                    }

                    @Override
                    public void onCancel(Runnable action) {}
                };
        assertThatThrownBy(() -> read(List.of(file), ImportOptions.FIND_OUT, sink, impatient))
                .isInstanceOf(CancellationException.class);
        assertThat(sink.isAbandoned()).isTrue();
        assertThat(sink.isFinished()).isFalse();
    }

    @Test
    void handsOnWhatTheStorageSays() {
        Path file = write("a.csv", bigCsv());
        var full = new FullSink();
        assertThatThrownBy(() -> read(List.of(file), ImportOptions.FIND_OUT, full, Progress.NONE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("disk full");
        assertThat(full.abandoned).isTrue();
        assertThat(full.written).isOne();
    }

    private static final class FullSink implements PageViewSink {
        private int written;
        private boolean abandoned;

        @Override
        public void write(Chunk chunk) {
            written++;
            throw new ProblemException(Problem.environment("full", "disk full", "", ""));
        }

        @Override
        public Dictionaries dictionaries() {
            return Dictionaries.limited();
        }

        @Override
        public Dataset finish(ImportRecord record, List<QuarantinedLine> lines) {
            throw new AssertionError("finished");
        }

        @Override
        public void abandon() {
            abandoned = true;
        }
    }

    @Test
    void damagedFilesNeverDoMoreThanBeRefused() {
        damage(GOOD, 300);
        damage(GOOD_JSON, 300);
        damage(gzip(GOOD), 300);
    }

    @Test
    @Tag("faults")
    void damagedFilesNeverDoMoreThanBeRefusedForLong() {
        damage(GOOD, 30_000);
        damage(GOOD_JSON, 30_000);
        damage(gzip(GOOD), 30_000);
    }

    /// Overwrites, removes and repeats random bytes; the counts of whatever is imported must add
    /// up, which [ImportReport] itself checks.
    private void damage(byte[] good, int times) {
        var random = new Random(9);
        var importer = new Importer(folder.resolve("temporary"), () -> new PseudonymKey(1, 2));
        for (int i = 0; i < times; i++) {
            Path file = write(damaged(good, random));
            var target = new RecordedPageViews();
            try {
                ImportReport report =
                        importer.read(List.of(file), ImportOptions.FIND_OUT, target, Progress.NONE);
                assertThat(report.dataset().pageViews())
                        .isEqualTo(report.record().imported())
                        .isPositive();
                assertThat(target.isAbandoned()).isFalse();
            } catch (ProblemException refused) {
                assertThat(refused.problem().code()).startsWith("import-");
                assertThat(target.isAbandoned()).isTrue();
                assertThat(target.isFinished()).isFalse();
            }
        }
    }

    private static byte[] damaged(byte[] good, Random random) {
        byte[] bytes = good.clone();
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) ",\"\n{}[]:;\t0-.".charAt(random.nextInt(13));
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                default -> {
                    int length = Math.min(random.nextInt(40), bytes.length - at);
                    System.arraycopy(
                            bytes, at, bytes, random.nextInt(bytes.length - length + 1), length);
                }
            }
        }
        return bytes;
    }

    private static byte[] bigCsv() {
        return ("page,lcp_ms\n"
                        + "/a/long/path/to/fill/the/file/quickly/and/more,1000\n".repeat(400_000))
                .getBytes(StandardCharsets.UTF_8);
    }

    private Path write(byte[] content) {
        return write("views.csv", content);
    }

    private Path write(String name, byte[] content) {
        return ImportedFile.write(folder, name, content);
    }

    private static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return packed.toByteArray();
    }

    private void refuses(Path file, String code) {
        refuses(List.of(file), ImportOptions.FIND_OUT, code);
    }

    private void refuses(List<Path> files, ImportOptions options, String code) {
        assertThatThrownBy(() -> read(files, options, sink, Progress.NONE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> {
                            assertThat(refused.problem().code()).isEqualTo(code);
                            assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.USAGE);
                        });
        assertThat(sink.rows()).isZero();
        assertThat(sink.isFinished()).isFalse();
        assertThat(sink.isAbandoned()).isTrue();
    }

    private ImportReport read(
            List<Path> files, ImportOptions options, PageViewSink sink, Progress progress) {
        return new Importer(folder.resolve("temporary"), () -> new PseudonymKey(1, 2))
                .read(files, options, sink, progress);
    }
}
