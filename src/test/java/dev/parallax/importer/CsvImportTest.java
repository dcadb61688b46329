package dev.parallax.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.metric.Definition;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.ImportReport;
import dev.parallax.rum.Segment;
import dev.parallax.rum.ValueCount;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvImportTest {
    @TempDir Path folder;

    @Test
    void readsEveryKindOfColumn() {
        ImportedFile file =
                of(
                        """
                        time,url,device,browser,os,country,ect,navigation_type,release,session_id,weight,ttfb,fcp,lcp,cls,inp,dcl,load,colour
                        2026-11-23T12:00:00Z,https://shop.example/product/17?mail=a@b.c#top,Phone,Chrome,Android,DE,4g,back_forward,v1,s1,10,100.5,200,300,0.1,40,350,400,red
                        2026-11-23T13:00:00+02:00,/cart,desktop,Safari,macOS,FR,wifi,navigate,v1,s1,1,,,,,,,,blue
                        """);
        Dataset dataset = file.report().dataset();
        assertThat(dataset.pageViews()).isEqualTo(2);
        assertThat(dataset.weight()).isEqualTo(11);
        assertThat(dataset.isWeighted()).isTrue();
        assertThat(dataset.first()).isEqualTo(Instant.parse("2026-11-23T11:00:00Z"));
        assertThat(dataset.last()).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
        assertThat(dataset.provenance().definition(Metric.LCP)).isEqualTo(Definition.UNKNOWN);
        assertThat(file.views().pages())
                .containsExactly(new PageTemplate("/product/:id"), new PageTemplate("/cart"));
        assertThat(values(file, Dimension.DEVICE)).containsExactly("mobile 1", "desktop 1");
        assertThat(values(file, Dimension.NAVIGATION))
                .containsExactly("back-forward 1", "navigate 1");
        assertThat(values(file, Dimension.CONNECTION)).containsExactly("4g 1", "wifi 1");
        assertThat(values(file, Dimension.RELEASE)).containsExactly("v1 2");
        assertThat(file.p75(Metric.TTFB)).isEqualTo(100.5);
        assertThat(file.p75(Metric.CLS)).isEqualTo(0.1);
        assertThat(file.metric(Metric.LCP).views()).isEqualTo(1);
        assertThat(file.views().sample(Metric.LCP, file.views().select(Segment.ALL)).sessions())
                .isEqualTo(1);
        assertThat(file.report().record().unusedColumns()).containsExactly("colour");
    }

    @Test
    void accountsForEveryRow() {
        ImportedFile file =
                of(
                        """
                        exported by a tool
                        ts,page,lcp,weight

                        2026-11-23T12:00:00Z,/,100,1
                        2026-11-23T12:00:00Z,/,-5,1
                        2026-11-23T12:00:00Z,/,4294972274,1
                        2026-11-23T12:00:00Z,/,fast,1
                        2026-11-23T12:00:00Z,/,null,1
                        2026-11-23T12:00:00Z,/,300,0
                        2026-11-23T12:00:00Z,/,300,1e-60
                        2026-11-23T12:00:00Z,/
                        2026-11-23T12:00:00Z,/,300,1,2
                        2026-11-23T12:00:00Z,/,300,1,
                        noon,/,300,1
                        4070880000000,/,300,1
                        ,,,1
                        ts,page,lcp,weight
                        2026-11-23T12:00:00Z,/,500,1
                        """);
        ImportReport report = file.report();
        assertThat(report.record().read()).isEqualTo(16);
        assertThat(report.record().imported()).isEqualTo(7);
        assertThat(ImportedFile.reasons(report.record().rejected()))
                .containsExactly(
                        "weight is not a number above 0 2",
                        "fewer columns than the header 1",
                        "more columns than the header 1",
                        "no value at all 1",
                        "time before 1990 or after 2089 1",
                        "time cannot be read 1");
        assertThat(ImportedFile.reasons(report.record().filtered()))
                .containsExactly("before the header 1", "the header again 1");
        assertThat(ImportedFile.reasons(file.metric(Metric.LCP).ignored()))
                .containsExactly("a counter that ran over 1", "negative 1", "not a number 1");
        assertThat(report.record().rejected().getLast().first()).isEqualTo("views.txt, line 14");
        assertThat(file.values(Metric.LCP)).containsExactly(100, 300, 500);
        assertThat(report.record().warnings())
                .contains("3 values of LCP were not usable and count as missing.");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|", "^"})
    void findsTheSeparator(String separator) {
        String text =
                "page,device,lcp\n\"/a,b;c|d\te^f\",mobile,1000\n/,desktop,2000\n"
                        .replace(",", "\u0000");
        String quoted = text.replace("/a\u0000b", "/a,b").replace("\u0000", separator);
        ImportedFile file = of(quoted);
        assertThat(file.values(Metric.LCP)).containsExactly(1000, 2000);
        assertThat(file.views().pages())
                .extracting(PageTemplate::path)
                .containsExactly("/a,b;c|d\te^f", "/");
    }

    @ParameterizedTest
    @CsvSource({"\\n", "\\r\\n", "\\r"})
    void readsAnyLineBreak(String written) {
        String lineBreak = written.replace("\\r", "\r").replace("\\n", "\n");
        ImportedFile file = of(String.join(lineBreak, "page,lcp", "\"/a\nb\",1000", "", "/,2000"));
        assertThat(file.values(Metric.LCP)).containsExactly(1000, 2000);
    }

    @Test
    void readsCompressedFilesWhateverTheirName() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("page,lcp\n/,1000\n".getBytes(StandardCharsets.UTF_8));
        }
        ImportedFile file =
                ImportedFile.of(ImportedFile.write(folder, "views.csv", bytes.toByteArray()));
        assertThat(file.values(Metric.LCP)).containsExactly(1000);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,''",
        "UTF-8,\uFEFF",
        "UTF-16LE,\uFEFF",
        "UTF-16BE,\uFEFF",
        "windows-1252,''"
    })
    void readsAnyEncoding(String charset, String mark) {
        byte[] bytes =
                (mark + "page;device;lcp\n/über;Gerät;1000\n").getBytes(Charset.forName(charset));
        ImportedFile file = ImportedFile.of(ImportedFile.write(folder, "views.csv", bytes));
        assertThat(file.views().pages()).extracting(PageTemplate::path).containsExactly("/über");
        assertThat(values(file, Dimension.DEVICE)).containsExactly("gerät 1");
        assertThat(file.report().record().warnings().isEmpty()).isEqualTo(charset.equals("UTF-8"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LCP (ms)|1500|1500|ms (from the header)",
                "lcp_ms|1500.26|1500.3|ms (from the header)",
                "Largest Contentful Paint [s]|1.5|1500|s (from the header)",
                "lcp us|1500000|1500|us (from the header)",
                "lcp_ns|1500000000|1500|ns (from the header)",
                "lcp|1500|1500|ms (guessed: the median of the first 1 values is 1,500)",
                "lcp|1.5|1500|s (guessed: the median of the first 1 values is 1.500)",
                "lcp|1500000|1500|us (guessed: the median of the first 1 values is 1,500,000)",
                "lcp|1500000000|1500|ns (guessed: the median of the first 1 values is 1,500,000,000)"
            })
    void findsTheUnit(String header, String value, double millis, String unit) {
        ImportedFile file = of("page," + header + "\n/," + value + "\n");
        assertThat(file.values(Metric.LCP)).containsExactly(millis);
        assertThat(file.metric(Metric.LCP).unitInWords()).isEqualTo(unit);
        assertThat(file.report().dataset().provenance().metrics().get(Metric.LCP).unit())
                .isEqualTo(unit);
    }

    @Test
    void takesShortTimesForWhatTheirNeighboursAre() {
        ImportedFile millis = of("lcp,ttfb,inp\n2000,30,24\n3000,40,16\n");
        assertThat(millis.values(Metric.TTFB)).containsExactly(30, 40);
        assertThat(millis.values(Metric.INP)).containsExactly(16, 24);
        ImportedFile mixed = of("lcp,ttfb,inp\n2.1,0.3,240\n1.9,0.2,160\n");
        assertThat(mixed.values(Metric.LCP)).containsExactly(1900, 2100);
        assertThat(mixed.values(Metric.TTFB)).containsExactly(200, 300);
        assertThat(mixed.values(Metric.INP)).containsExactly(160, 240);
        ImportedFile alone = of("inp\n24\n16\n");
        assertThat(alone.values(Metric.INP)).containsExactly(16, 24);
    }

    @Test
    void readsShiftsThatWereMadeWhole() {
        ImportedFile file = of("lcp,cls\n2000,100\n2000,25\n2000,0\n");
        assertThat(file.values(Metric.CLS)).containsExactly(0, 0.025, 0.1);
        assertThat(file.metric(Metric.CLS).unitInWords())
                .isEqualTo("thousandths (guessed: the first 3 values are whole numbers up to 100)");
        assertThat(of("lcp,cls\n2000,0\n2000,1\n").values(Metric.CLS)).containsExactly(0, 1);
    }

    @Test
    void readsDecimalCommas() {
        assertThat(of("page;lcp_s;cls\n/;1,5;0,1\n").values(Metric.LCP)).containsExactly(1500);
    }

    @Test
    void saysThatTimesHaveNoZone() {
        assertThat(of("ts,lcp\n2026-11-23 12:00:00,1000\n").report().record().warnings())
                .containsExactly("Times have no zone; they were taken as UTC.");
        assertThat(of("ts,lcp\n2026-11-23 12:00:00Z,1000\n").report().record().warnings())
                .isEmpty();
    }

    @Test
    void prefersTheLikelierOfTwoColumns() {
        ImportedFile file = of("page,url,LCP value,lcp,lcp\nHome,/home,1500,1000,2000\n");
        assertThat(file.views().pages()).extracting(PageTemplate::path).containsExactly("/home");
        assertThat(file.values(Metric.LCP)).containsExactly(1500);
        assertThat(file.report().record().unusedColumns()).containsExactly("page", "lcp");
    }

    @Test
    void joinsRowsOfOnePageView() {
        ImportedFile file =
                of(
                        """
                        page_view_id,page,lcp,cls
                        a,/,1000,
                        b,/cart,2000,
                        a,,,0.1
                        b,/cart,2000,
                        b,/cart,2500,
                        """);
        assertThat(file.report().record().imported()).isEqualTo(2);
        assertThat(file.report().record().merged()).isEqualTo(2);
        assertThat(file.report().record().duplicates()).isEqualTo(1);
        assertThat(file.values(Metric.LCP)).containsExactly(1000, 2500);
        assertThat(file.values(Metric.CLS)).containsExactly(0.1);
    }

    @Test
    void readsOneMetricARow() {
        ImportedFile file =
                of(
                        """
                        page,session,metric,value
                        /,s1,LCP,1000
                        /,s1,CLS,0.1
                        /,s1,FID,3
                        /,s2,Largest Contentful Paint,2000
                        """);
        assertThat(file.report().record().imported()).isEqualTo(3);
        assertThat(file.report().record().merged()).isZero();
        assertThat(file.report().record().warnings())
                .containsExactly(
                        "Page views cannot be told apart: 3 records name a metric but no page view; each metric is counted by itself.");
        assertThat(ImportedFile.reasons(file.report().record().filtered()))
                .containsExactly("no page view, or a metric that is not kept 1");
        assertThat(file.values(Metric.LCP)).containsExactly(1000, 2000);
    }

    @Test
    void readsSeveralFilesIntoOneDataSet() {
        Path first =
                ImportedFile.write(
                        folder, "a.csv", "page,lcp_s\n/,1\n".getBytes(StandardCharsets.UTF_8));
        Path second =
                ImportedFile.write(
                        folder,
                        "b.csv",
                        "lcp (ms);url\n2000;/\nx;/\n".getBytes(StandardCharsets.UTF_8));
        ImportedFile file = ImportedFile.of(first, second);
        assertThat(file.report().record().files())
                .extracting(ImportRecord.SourceFile::name)
                .containsExactly("a.csv", "b.csv");
        assertThat(file.values(Metric.LCP)).containsExactly(1000, 2000);
        assertThat(file.metric(Metric.LCP).unitInWords())
                .isEqualTo("s (from the header); ms (from the header)");
        assertThat(file.metric(Metric.LCP).ignored().getFirst().first()).isEqualTo("b.csv, line 3");
    }

    @Test
    void warnsOfZerosThatMayBeMissingValues() {
        assertThat(of("lcp_ms\n0\n0\n1000\n").report().record().warnings())
                .containsExactly(
                        "67 % of the values of LCP are 0; where 0 stands for missing, they are too low.");
    }

    @Test
    void saysThatNoPageViewHasAMetric() {
        ImportedFile none = of("page,lcp,inp\n/a,NaN,\n/b,-5,soon\n");
        assertThat(none.report().record().imported()).isEqualTo(2);
        assertThat(none.report().record().warnings())
                .contains(
                        "No page view has a metric: of the 2 that came in none has a value that can be used.");

        ImportedFile few = of("page,lcp,inp\n/a,1200,\n/b,,NaN\n/c,-1,\n/d,,90\n/e,NaN,\n");
        assertThat(few.report().record().warnings()).contains("3 of 5 page views have no metric.");

        ImportedFile half = of("page,lcp,inp\n/a,1200,\n/b,,NaN\n/c,,80\n/d,-3,\n");
        assertThat(half.report().record().warnings()).noneMatch(one -> one.contains("no metric"));
    }

    @Test
    void keepsPagesWithoutPath() {
        ImportedFile file =
                of(
                        "url,lcp_ms\nhttps://shop.example,1\n?a=b,2\n//cdn.example/x,3\nabout:blank,4\n-,5\n");
        assertThat(file.views().pages())
                .extracting(PageTemplate::path)
                .containsExactly("/", "/x", "/about:blank");
    }

    private ImportedFile of(String text) {
        return ImportedFile.of(folder, text);
    }

    private static List<String> values(ImportedFile file, Dimension dimension) {
        return file.views().count(dimension, file.views().select(Segment.ALL)).stream()
                .map((ValueCount count) -> count.value() + " " + count.views())
                .toList();
    }
}
