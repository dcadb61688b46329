package dev.parallax.importer.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LineReaderTest {

    @Test
    void givesTheLinesTheLibraryGives() throws IOException {
        var random = new Random(5);
        for (int i = 0; i < 300; i++) {
            var text = new StringBuilder();
            int lines = random.nextInt(20);
            for (int line = 0; line < lines; line++) {
                text.append("x".repeat(random.nextInt(random.nextInt(10) == 0 ? 200_000 : 50)));
                text.append(random.nextBoolean() ? "\n" : "\r\n");
            }
            text.append("y".repeat(random.nextInt(3)));
            assertThat(lines(text.toString(), Integer.MAX_VALUE))
                    .isEqualTo(text.toString().lines().toList());
        }
    }

    @Test
    void givesUpOnLinesThatAreTooLongAndGoesOn() throws IOException {
        String text = "a\n" + "b".repeat(500_000) + "\nc\n" + "d".repeat(300_000);
        assertThat(lines(text, 100_000)).containsExactly("a", "too long", "c", "too long");
    }

    private static List<String> lines(String text, int longest) throws IOException {
        var lines = new ArrayList<String>();
        try (Reader reader = new StringReader(text)) {
            var source = new LineReader(reader, longest);
            while (source.next()) {
                lines.add(
                        source.isTooLong()
                                ? "too long"
                                : new String(source.text(), source.from(), source.length()));
                assertThat(source.number()).isEqualTo(lines.size());
            }
        }
        return lines;
    }
}
