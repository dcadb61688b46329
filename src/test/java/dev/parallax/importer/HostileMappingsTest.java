package dev.parallax.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parallax.importer.source.Packed;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.rum.RecordedPageViews;
import dev.parallax.settings.PseudonymKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is in a mapping file: it is used, or refused in one clear line.
@Timeout(60)
final class HostileMappingsTest {
    private static final String CSV = "page,lcp,a[,x\n/a,1000,1200,y\n/b,2000,1300,z\n";
    private static final String JSON =
            "{\"page\":\"/a\",\"lcp\":1000,\"a\":[{\"k\":\"1\",\"v\":900}]}\n";
    private static final String SOUND =
            """
            {"format": "shop", "title": "Shop", "shape": "%s", "detect": [["lcp"]], "metricUnit": "ms",
             "zone": "UTC", "at": {"page": "page", "lcp": {"path": ["lcp"], "several": "largest"},
             "fcp": "a[k=1].v"}, "fields": {"device": ["x"]}, "words": true, "missing": ["-"],
             "values": {"device": {"y": "mobile"}}, "where": [{"at": "lcp", "not": ["5"], "reason": "no"}]}
            """;

    @TempDir private Path folder;

    @Test
    void theSoundOneIsUsed() {
        assertThat(end(SOUND.formatted("delimited"), CSV)).isEqualTo("imported");
        assertThat(end(SOUND.formatted("json"), JSON)).isEqualTo("imported");
    }

    @ParameterizedTest
    @MethodSource
    void refuses(String mapping, String why) {
        for (String text : List.of(CSV, JSON)) {
            assertThat(end(mapping, text)).contains("import-bad-mapping").contains(why);
        }
    }

    static Stream<List<String>> wrong() {
        String begin = "{\"format\":\"f\",\"shape\":\"json\",";
        return Stream.of(
                List.of("", "not a JSON object"),
                List.of("\0\0\0", "no JSON"),
                List.of("[]", "not a JSON object"),
                List.of("7", "not a JSON object"),
                List.of("{}", "\"format\" is missing"),
                List.of("{\"format\":null}", "\"format\" is missing or not a text"),
                List.of("[".repeat(100_000), "no JSON"),
                List.of("{\"at\":".repeat(100_000), "no JSON"),
                List.of("{\"format\":\"" + "f".repeat(10 << 20) + "\"}", "larger than a megabyte"),
                List.of("{\"" + "x".repeat(40_000) + "\":1}", "unknown member"),
                List.of(begin + "\"at\":5}", "\"at\" is not an object"),
                List.of(begin + "\"at\":{\"lcp\":7}}", "neither a text nor a list"),
                List.of(begin + "\"at\":{\"lcp\":[7]}}", "not a text"),
                List.of(begin + "\"at\":{\"lcp\":[[\"a\"]]}}", "not a text"),
                List.of(begin + "\"at\":{\"lcp\":\"\"}}", "a path is empty"),
                List.of(begin + "\"at\":{\"lcp\":[]}}", "no path of lcp"),
                List.of(begin + "\"at\":{\"lcp\":{\"path\":[\" \"]}}}", "a path is empty"),
                List.of(begin + "\"at\":{\"nonsense\":\"x\"}}", "unknown field \"nonsense\""),
                List.of(begin + "\"at\":{\"lcp\":{\"path\":\"a\",\"pth\":1}}}", "unknown member"),
                List.of(begin + "\"at\":{\"lcp\":{\"path\":\"a\",\"unit\":\"h\"}}}", "\"unit\" is"),
                List.of(begin + "\"rows\":7}", "\"rows\" is missing or not a text"),
                List.of(begin + "\"rows\":\"\",\"at\":{\"lcp\":\"a\"}}", "\"rows\" is empty"),
                List.of(begin + "\"unit\":{\"a\":1}}", "neither a text nor a list"),
                List.of(begin + "\"detect\":\"x\"}", "\"detect\" is not a list"),
                List.of(begin + "\"words\":\"yes\"}", "\"words\" is not true or false"),
                List.of(begin + "\"fields\":[1]}", "\"fields\" is not an object"),
                List.of(begin + "\"fields\":{\"nonsense\":[\"a\"]}}", "no field \"nonsense\""),
                List.of(begin + "\"values\":{\"nonsense\":{}}}", "no dimension \"nonsense\""),
                List.of(begin + "\"values\":{\"device\":{\"a\":1}}}", "what is no text"),
                List.of(begin + "\"where\":[5]}", "a condition is not a JSON object"),
                List.of(begin + "\"where\":{\"at\":\"a\"}}", "\"where\" is not a list"),
                List.of(begin + "\"zone\":\"Mars/Olympus\"}", "time zone \"Mars/Olympus\""),
                List.of(begin + "\"thousands\":\"..\"}", "longer than one character"),
                List.of(begin + "\"guess\":[\"x\"]}", "unknown metric"),
                List.of(
                        begin + "\"within\":3,\"at\":{\"lcp\":\"a\"}}",
                        "neither a text nor a list"),
                List.of(begin + "\"at\":{\"lcp\":[" + choices(65) + "]}}", "more than 64 choices"));
    }

    static Stream<Arguments> refuses() {
        return wrong().map(pair -> Arguments.of(pair.get(0), pair.get(1)));
    }

    private static String choices(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"a[k=%d].v\"".formatted(i))
                .collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a[",
                "a]",
                "[",
                "]",
                "[]",
                "[=]",
                "a[=]",
                "a[k=",
                "a[k=1",
                "a[k=1]]",
                "a[[k=1]]",
                ".",
                "..",
                "a..b",
                "^",
                "^^a",
                "^.",
                "a[k=1][k=2]",
                "(a+)+$",
                ".*",
                "\\\\Qa",
                "$ref",
                "a[?(@.k==1)].v",
                "../../etc",
                "\\u0000",
                "\\ud800",
                "a\\n\\\"b"
            })
    void takesAbsurdPathsForNames(String path) {
        String mapping =
                "{\"format\":\"f\",\"shape\":\"%s\",\"at\":{\"page\":\"page\",\"lcp\":\"lcp\",\"fcp\":[\"%s\",\"x\"],\"session\":{\"path\":\"x\",\"with\":\"%s\"}}}";
        assertThat(end(mapping.formatted("delimited", path, path), CSV))
                .isIn("imported", "refused");
        assertThat(end(mapping.formatted("json", path, path), JSON)).isIn("imported", "refused");
        end(
                mapping.formatted("json", path, path)
                        .replace("\"at\"", "\"rows\":\"" + path + "\",\"at\""),
                JSON);
    }

    @Test
    void takesSixtyFourChoicesAndDeepPaths() {
        assertThat(
                        end(
                                "{\"format\":\"f\",\"shape\":\"json\",\"at\":{\"lcp\":[\"lcp\","
                                        + choices(64)
                                        + "]}}",
                                JSON))
                .isEqualTo("imported");
        assertThat(
                        end(
                                "{\"format\":\"f\",\"shape\":\"json\",\"at\":{\"lcp\":[\"lcp\",\""
                                        + "a.".repeat(100_000)
                                        + "\"]}}",
                                JSON))
                .isEqualTo("imported");
    }

    @Test
    void aHundredDamagedMappings() {
        tryOut(0, 100);
    }

    @Test
    @Tag("faults")
    @Timeout(600)
    void thousandsOfDamagedMappings() {
        tryOut(1_000, 5_000);
    }

    private void tryOut(int first, int count) {
        for (int seed = first; seed < first + count; seed++) {
            var random = new Random(seed);
            boolean json = random.nextBoolean();
            String damaged = damaged(SOUND.formatted(json ? "json" : "delimited"), random);
            assertThatCode(() -> end(damaged, json ? JSON : CSV))
                    .as("seed %d", seed)
                    .doesNotThrowAnyException();
        }
    }

    private static String damaged(String text, Random random) {
        List<String> pieces =
                List.of(
                        "[", "]", "{", "}", "\"", "null", "7", "true", "[]", "{}", ",", "\"\"",
                        "\"a[\"", ":", "^", ".");
        String damaged = text;
        for (int i = 0; i <= random.nextInt(3); i++) {
            int at = random.nextInt(damaged.length());
            int to = Math.min(damaged.length(), at + random.nextInt(12));
            damaged =
                    damaged.substring(0, at)
                            + pieces.get(random.nextInt(pieces.size()))
                            + damaged.substring(random.nextBoolean() ? to : at);
        }
        return damaged;
    }

    /// @return "imported"; "refused" if the file is not as the mapping says; else what is said of
    ///   the mapping
    private String end(String mapping, String text) {
        Path own = Packed.write(folder, "own.json", mapping.getBytes(StandardCharsets.UTF_8));
        Path file = Packed.write(folder, "views.txt", text.getBytes(StandardCharsets.UTF_8));
        var options = new ImportOptions(Optional.empty(), Optional.of(own), Set.of());
        var sink = new RecordedPageViews();
        try {
            new Importer(folder.resolve("temporary"), () -> new PseudonymKey(1, 2))
                    .read(List.of(file), options, sink, Progress.NONE);
            assertThat(sink.isFinished()).isTrue();
            return "imported";
        } catch (ProblemException refused) {
            String line = refused.problem().oneLine();
            assertThat(sink.isAbandoned()).isTrue();
            assertThat(refused.problem().code()).startsWith("import-");
            assertThat(line).hasSizeLessThan(1_000).doesNotContainPattern("\\p{Cntrl}");
            return line.contains("import-bad-mapping") ? line : "refused";
        }
    }
}
