package dev.parallax.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.rum.Segment;
import dev.parallax.rum.ValueCount;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/// Writes tables of random texts and numbers in a random dialect of CSV; what is imported must be
/// what was written.
final class RandomCsvTest {
    private static final String LETTERS = "abc XYZ0123,;\t|^\"'\n\r/ßé漢🙂";
    private static final Charset[] ENCODINGS = {
        StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
    };

    @TempDir Path folder;

    private record Row(String page, String browser, double lcp, String cls) {}

    @RepeatedTest(60)
    void importsWhatWasWritten(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<Row> rows = rows(random, random.nextInt(1, 400));
        byte[] file = encode(random, table(random, rows));
        ImportedFile imported = ImportedFile.of(ImportedFile.write(folder, "views.csv", file));
        assertThat(imported.report().record().read()).isEqualTo(rows.size());
        assertThat(imported.report().record().imported()).isEqualTo(rows.size());
        assertThat(imported.values(Metric.LCP))
                .containsExactly(rows.stream().mapToDouble(Row::lcp).sorted().toArray());
        assertThat(imported.values(Metric.CLS))
                .containsExactly(
                        rows.stream()
                                .filter(row -> !row.cls.isEmpty())
                                .mapToDouble(row -> Double.parseDouble(row.cls))
                                .sorted()
                                .toArray());
        assertThat(counts(imported)).isEqualTo(counts(rows));
        assertThat(imported.views().pages())
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream()
                                .map(row -> PageTemplate.of(row.page))
                                .collect(Collectors.toSet()));
    }

    private static List<Row> rows(Random random, int count) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < count; i++) {
            rows.add(
                    new Row(
                            "/p" + text(random, 1 + random.nextInt(12)) + "x",
                            text(random, random.nextInt(6)),
                            (1000 + random.nextInt(50_000)) / 10.0,
                            random.nextInt(4) == 0
                                    ? ""
                                    : String.valueOf(random.nextInt(5000) / 10_000.0)));
        }
        return rows;
    }

    private static String text(Random random, int length) {
        int[] letters = LETTERS.codePoints().toArray();
        return random.ints(length, 0, letters.length)
                .map(i -> letters[i])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String table(Random random, List<Row> rows) {
        String separator = List.of(",", ";", "\t", "|").get(random.nextInt(4));
        String lineBreak = List.of("\n", "\r\n").get(random.nextInt(2));
        var columns = new ArrayList<>(List.of("page path", "Browser", "lcp_ms", "CLS"));
        Collections.shuffle(columns, random);
        var lines = new ArrayList<String>();
        lines.add(String.join(separator, columns));
        for (Row row : rows) {
            Map<String, String> cells =
                    Map.of(
                            "page path",
                            row.page,
                            "Browser",
                            row.browser,
                            "lcp_ms",
                            String.valueOf(row.lcp),
                            "CLS",
                            row.cls);
            lines.add(
                    columns.stream()
                            .map(column -> quote(random, cells.get(column)))
                            .collect(Collectors.joining(separator)));
            if (random.nextInt(20) == 0) {
                lines.add("");
            }
        }
        return String.join(lineBreak, lines) + (random.nextBoolean() ? lineBreak : "");
    }

    private static String quote(Random random, String cell) {
        boolean must = cell.chars().anyMatch(c -> ",;\t|\"\n\r".indexOf(c) >= 0);
        return must || random.nextInt(5) == 0 ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }

    private static byte[] encode(Random random, String text) {
        Charset charset = ENCODINGS[random.nextInt(ENCODINGS.length)];
        boolean marked = !charset.equals(StandardCharsets.UTF_8) || random.nextBoolean();
        byte[] bytes = ((marked ? "\uFEFF" : "") + text).getBytes(charset);
        return random.nextInt(3) == 0 ? gzip(bytes) : bytes;
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

    private static Map<String, Long> counts(ImportedFile imported) {
        return imported
                .views()
                .count(Dimension.BROWSER, imported.views().select(Segment.ALL))
                .stream()
                .collect(
                        Collectors.toMap(
                                ValueCount::value, ValueCount::views, Long::sum, TreeMap::new));
    }

    private static Map<String, Long> counts(List<Row> rows) {
        return rows.stream()
                .map(row -> row.browser.replaceAll("^[\\x00- ]+|[\\x00- ]+$", ""))
                .map(browser -> browser.isEmpty() ? Segment.UNKNOWN_VALUE : browser)
                .collect(
                        Collectors.groupingBy(
                                browser -> browser, TreeMap::new, Collectors.counting()));
    }
}
