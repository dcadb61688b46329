package dev.parallax.importer.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// Whatever is found without a parser is what the parser finds.
final class LineShapesTest {
    private static final List<String> VALUES =
            List.of(
                    "1",
                    "0",
                    "-0",
                    "12.50",
                    "1e3",
                    "01",
                    "-",
                    "1.",
                    ".5",
                    "+1",
                    "null",
                    "nul",
                    "true",
                    "false",
                    "tru",
                    "NaN",
                    "\"\"",
                    "\"a b\"",
                    "\"ä€😀\"",
                    "\"a\\\"b\"",
                    "\"\\u0041\"",
                    "\"a\tb\"",
                    "\"open",
                    "[1]",
                    "[]",
                    "{}",
                    "{\"x\":1}",
                    "9999999999");
    private static final List<String> NAMES = List.of("a", "b", "c", "a.b", "", "d\\n", "ü");
    private static final List<String> ENDS = List.of("\n", "\r\n", " \n", ",\n", "}\n", "\r\r\n");
    private static final int FILES = 2_000;
    private static final int LINES = 40;

    private final LineShapes<List<List<String>>> shapes = new LineShapes<>(paths -> paths);

    @Test
    void tellsTheValuesOfALineLikeOneBefore() {
        learn("{\"a\":1,\"b\":{\"c\":\"x\"},\"d\":null}");
        assertThat(find("{\"a\":-2.5,\"b\":{\"c\":\"y z\"},\"d\":true}\nrest"))
                .containsExactly("[a]=-2.5", "[b, c]=y z", "[d]=true");
    }

    @Test
    void tellsLinesOfSeveralShapesApart() {
        learn("{\"a\":1,\"b\":2}");
        learn("{\"a\":1,\"c\":2}");
        learn("{\"a\":1}");
        assertThat(find("{\"a\":7}\n")).containsExactly("[a]=7");
        assertThat(find("{\"a\":7,\"c\":8}\r\n")).containsExactly("[a]=7", "[c]=8");
        assertThat(find("{\"a\":7,\"b\":8}\n")).containsExactly("[a]=7", "[b]=8");
    }

    @Test
    void leavesALineThatGoesOnToTheParser() {
        learn("{\"a\":1}");
        assertThat(find("{\"a\":1")).isNull();
        assertThat(find("{\"a\":1}")).isNull();
        assertThat(find("{\"a\":1} {}\n")).isNull();
    }

    @Test
    void givesUpOnFilesWhoseLinesAreAllDifferent() {
        for (int i = 0; i < 100_000; i++) {
            learn("{\"n" + i + "\":1,\"m" + i + "\":2}");
        }
        assertThat(find("{\"n1\":5,\"m1\":6}\n")).containsExactly("[n1]=5", "[m1]=6");
        assertThat(find("{\"n99999\":5,\"m99999\":6}\n")).isNull();
    }

    @Test
    void findsWhatTheParserFinds() {
        int found = 0;
        for (int seed = 0; seed < FILES; seed++) {
            var random = new Random(seed);
            var known = new LineShapes<List<List<String>>>(paths -> paths);
            for (int i = 0; i < LINES; i++) {
                String line = line(random);
                List<String> expected = parsed(line);
                List<String> actual = find(known, line);
                if (actual != null) {
                    found++;
                    assertThat(actual).as("seed %d: %s", seed, line).isEqualTo(expected);
                } else if (expected != null) {
                    String bare = line.replaceFirst("\r?\n$", "");
                    known.learn(bare.toCharArray(), 0, bare.length());
                }
            }
        }
        assertThat(found).isGreaterThan(FILES * LINES / 20);
    }

    private static String line(Random random) {
        var line = new StringBuilder(random.nextInt(10) == 0 ? " {" : "{");
        members(random, 2, line);
        return line.append('}').append(pick(random, ENDS, 0.8)).toString();
    }

    private static void members(Random random, int depth, StringBuilder line) {
        for (int i = random.nextInt(3); i >= 0; i--) {
            line.append('"').append(pick(random, NAMES, 0.5)).append("\":");
            if (random.nextInt(10) == 0) {
                line.append(' ');
            }
            if (depth > 0 && random.nextInt(6) == 0) {
                line.append('{');
                members(random, depth - 1, line);
                line.append('}');
            } else {
                line.append(pick(random, VALUES, 0.3));
            }
            line.append(i > 0 ? "," : "");
        }
    }

    /// Mostly the first choice, so that lines are alike.
    private static String pick(Random random, List<String> choices, double first) {
        return random.nextDouble() < first
                ? choices.getFirst()
                : choices.get(random.nextInt(choices.size()));
    }

    private void learn(String line) {
        shapes.learn(line.toCharArray(), 0, line.length());
    }

    private @Nullable List<String> find(String text) {
        return find(shapes, text);
    }

    private static @Nullable List<String> find(LineShapes<List<List<String>>> shapes, String text) {
        char[] letters = ("before" + text + "behind").toCharArray();
        if (!shapes.find(letters, 6, 6 + text.length())) {
            assertThat(shapes.found()).isNull();
            return null;
        }
        List<List<String>> paths = shapes.found();
        assertThat(paths).isNotNull().hasSize(shapes.count());
        var values = new ArrayList<String>();
        for (int i = 0; i < shapes.count(); i++) {
            int length = shapes.length(i);
            values.add(
                    paths.get(i)
                            + "="
                            + (length < 0
                                    ? "null!"
                                    : new String(
                                            shapes.text(i, letters), shapes.start(i), length)));
        }
        return values;
    }

    /// The values of a line that is one object; null if the parser complains.
    private static @Nullable List<String> parsed(String line) {
        var values = new ArrayList<String>();
        try (JsonParser parser =
                JsonRecords.FACTORY.createParser(
                        ObjectReadContext.empty(), new StringReader(line))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            members(parser, List.of(), values);
            return parser.nextToken() == null ? values : null;
        } catch (JacksonException broken) {
            return null;
        }
    }

    private static void members(JsonParser parser, List<String> outer, List<String> values) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var path = new ArrayList<>(outer);
            path.add(parser.currentName());
            switch (parser.nextToken()) {
                case START_OBJECT -> members(parser, path, values);
                case START_ARRAY -> parser.skipChildren();
                case VALUE_NULL -> values.add(path + "=null!");
                default -> values.add(path + "=" + parser.getString());
            }
        }
    }
}
