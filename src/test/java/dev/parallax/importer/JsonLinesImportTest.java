package dev.parallax.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lines of JSON are read by the shape of the lines before, elements of an array token by token:
/// both come to the same.
final class JsonLinesImportTest {
    private static final List<String> MEMBERS =
            List.of(
                    "\"timestamp\":\"2026-11-23T12:00:%02d.%03dZ\"",
                    "\"timestamp\":%d79538%04d000",
                    "\"url\":\"/shop/%d/%d\"",
                    "\"url\":\"https://shop.example/a \\\"b\\\" %d?q=%d\"",
                    "\"page\":\"/p/%d%d\"",
                    "\"path\":\"/x/%d%d\"",
                    "\"href\":\"/h/%d%d\"",
                    "\"device\":\"mobile%.0s%.0s\"",
                    "\"device\":null%.0s%.0s",
                    "\"country\":\"A%c%.0s\"",
                    "\"session\":\"s%d%d\"",
                    "\"lcp\":%d%d.5",
                    "\"lcp\":%d.%de3",
                    "\"lcp\":null%.0s%.0s",
                    "\"lcp\":\"%d%d ms\"",
                    "\"LCP\":{\"value\":%d,\"rating\":\"good%d\"}",
                    "\"lcp\":-%d%d",
                    "\"cls\":0.%d%d",
                    "\"metrics\":{\"fcp\":%d%d,\"other\":1}",
                    "\"metrics\":[{\"name\":\"FCP\",\"value\":%d%d}]",
                    "\"metrics\":{}%.0s%.0s",
                    "\"name\":\"TTFB\",\"value\":%d%d",
                    "\"name\":\"nothing\",\"value\":%d%d",
                    "\"more\":{\"lcp\":%d,\"deep\":{\"x\":%d}}",
                    "\"flag\":true%.0s%.0s",
                    "\"weight\":%d%d",
                    "\"ä\\u0041\":%d%d");
    private static final int FILES = 60;
    private static final int LINES = 1_500;

    @TempDir private Path folder;

    @Test
    void comeToTheSameAsTheElementsOfAnArray() {
        for (int seed = 0; seed < FILES; seed++) {
            List<String> lines = lines(new Random(seed));
            ImportedFile one = ImportedFile.of(folder, String.join("\n", lines) + "\n");
            ImportedFile other = ImportedFile.of(folder, "[" + String.join(",\n", lines) + "]");
            assertThat(one.report().record().counts())
                    .as("seed %d", seed)
                    .isEqualTo(other.report().record().counts());
            assertThat(one.report().record().rejected())
                    .isEqualTo(other.report().record().rejected());
            assertThat(one.report().record().metrics())
                    .isEqualTo(other.report().record().metrics());
            assertThat(one.report().record().warnings())
                    .isEqualTo(other.report().record().warnings());
            assertThat(one.report().record().unusedColumns())
                    .isEqualTo(other.report().record().unusedColumns());
            for (int row = 0; row < one.report().record().imported(); row++) {
                assertThat(one.views().row(row)).isEqualTo(other.views().row(row));
            }
        }
    }

    /// Lines of some shapes that come again, and some that do not.
    private static List<String> lines(Random random) {
        var shapes = new ArrayList<List<String>>();
        for (int i = 0; i < 6; i++) {
            shapes.add(shape(random));
        }
        var lines = new ArrayList<String>();
        lines.add("{\"url\":\"/\",\"lcp\":1000}");
        for (int i = 0; i < LINES; i++) {
            List<String> shape =
                    random.nextInt(50) == 0
                            ? shape(random)
                            : shapes.get(random.nextInt(shapes.size()));
            var members = new ArrayList<String>();
            for (String member : shape) {
                int first = random.nextInt(1, 10);
                if (member.contains("%c")) {
                    members.add(member.formatted((char) ('A' + first), 0));
                } else {
                    members.add(member.formatted(first, random.nextInt(100)));
                }
            }
            lines.add("{" + String.join(random.nextInt(9) == 0 ? ", " : ",", members) + "}");
        }
        return lines;
    }

    private static List<String> shape(Random random) {
        var shape = new ArrayList<String>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            shape.add(MEMBERS.get(random.nextInt(MEMBERS.size())));
        }
        return shape;
    }
}
