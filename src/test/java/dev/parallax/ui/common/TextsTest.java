package dev.parallax.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/parallax");
    private static final Pattern USE = Pattern.compile("Texts\\.of\\(\\s*\"([^\"]+)\"");
    private static final Pattern ANY_USE = Pattern.compile("Texts\\.of\\(\\s*(?!\")\\S");

    @Test
    void everyKeyInTheCodeHasAText() throws IOException {
        assertThat(keysInCode()).isSubsetOf(keysInFile());
    }

    @Test
    void everyTextIsUsed() throws IOException {
        assertThat(keysInFile()).isSubsetOf(keysInCode());
    }

    @Test
    void keysAreWrittenAsLiterals() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            assertThat(
                            files.filter(file -> file.toString().endsWith(".java"))
                                    .filter(file -> ANY_USE.matcher(read(file)).find()))
                    .isEmpty();
        }
    }

    @Test
    void replacesArguments() {
        assertThat(Texts.of("chart.range", "1", "2 ms")).isEqualTo("1 to 2 ms");
    }

    @Test
    void writesAProblemsClausesAsSentences() {
        assertThat(Texts.capital("cannot open a.csv")).isEqualTo("Cannot open a.csv");
        assertThat(Texts.sentence("it is empty")).isEqualTo("It is empty.");
        assertThat(Texts.sentence("It is so.")).isEqualTo("It is so.");
        assertThat(Texts.sentence("")).isEmpty();
    }

    private static Set<String> keysInFile() {
        return new TreeSet<>(ResourceBundle.getBundle("dev.parallax.ui.texts").keySet());
    }

    private static Set<String> keysInCode() throws IOException {
        var keys = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> USE.matcher(read(file)).results())
                    .forEach(found -> keys.add(found.group(1)));
        }
        return keys;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
