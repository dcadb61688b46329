package dev.parallax.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SampleExportTest {
    private static final Instant END = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void theSameSeedGivesTheSameBytesEverywhere() {
        assertThat(sha256(csv(new SampleExport(1, 1_000, END))))
                .isEqualTo("dcfefb0b81f54e07f1679669241f8fd7e1cd9883ee376417e422e27c180b544e");
        assertThat(csv(new SampleExport(2, 1_000, END)))
                .isNotEqualTo(csv(new SampleExport(1, 1_000, END)));
    }

    @Test
    void hasALineForEachViewAndFifteenCellsInIt() {
        List<String> lines = csv(new SampleExport(1, 1_000, END)).lines().toList();
        assertThat(lines).hasSize(1_001);
        assertThat(lines.getFirst())
                .isEqualTo(
                        "ts,page,device,browser,os,country,connection,session,"
                                + "ttfb,fcp,lcp,cls,inp,dcl,load");
        assertThat(lines).allMatch(line -> unquoted(line).split(",", -1).length == 15);
        assertThat(lines).anyMatch(line -> line.contains("\"/search?q=\"\"storm\"\" lantern\""));
    }

    @Test
    void breaksOneLineInFiveThousand() {
        List<String> lines = csv(new SampleExport(1, 15_000, END)).lines().toList();
        assertThat(lines.get(5_000)).startsWith("0000-00-00T00:00:00.000Z,/");
        assertThat(unquoted(lines.get(10_000)).split(",", -1)).hasSize(8);
        assertThat(Double.parseDouble(unquoted(lines.get(15_000)).split(",", -1)[10])).isNegative();
        assertThat(lines.stream().filter(line -> !line.startsWith("2026-05-"))).hasSize(2);
    }

    @Test
    void beaconsAreJsonWithAnIdOfTheirOwn() {
        List<JsonNode> beacons =
                written(new SampleExport(3, 500, END)::writeWebVitals)
                        .lines()
                        .map(JsonMapper.shared()::readTree)
                        .toList();
        var ids = new HashMap<String, String>();
        for (JsonNode beacon : beacons) {
            String measured = beacon.get("url").asString() + beacon.get("name").asString();
            assertThat(ids.merge(beacon.get("id").asString(), measured, (a, _) -> a))
                    .isEqualTo(measured);
        }
        assertThat(beacons).hasSizeBetween(1_500, 2_500);
        assertThat(ids.size()).isLessThan(beacons.size());
        assertThat(beacons.stream().map(beacon -> beacon.get("name").asString()))
                .contains("TTFB", "FCP", "LCP", "CLS", "INP");
        assertThat(new HashSet<>(beacons.stream().map(b -> b.get("rating").asString()).toList()))
                .containsExactlyInAnyOrder("good", "needs-improvement", "poor");
    }

    @Test
    void leavesOnlyTheWholeFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("sample.csv");
        new SampleExport(1, 100, END).writeCsv(file);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        assertThat(Files.readString(file)).isEqualTo(csv(new SampleExport(1, 100, END)));
        assertThatThrownBy(() -> new SampleExport(1, 1, END).writeCsv(folder.resolve("no/x.csv")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void refusesToWriteNothing() {
        assertThatThrownBy(() -> new SampleExport(1, 0, END))
                .hasMessage("views is not positive: 0");
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static String csv(SampleExport export) {
        return written(export::writeCsv);
    }

    private static String written(Writing writing) {
        var out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String sha256(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The line without its quoted page.
    private static String unquoted(String line) {
        return line.replaceAll("\"(?:[^\"]|\"\")*\"", "page");
    }
}
