package dev.parallax.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.importer.source.Packed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is in a file: no crash, no hang, no record that is not accounted for, and one problem
/// at most.
final class HostileInputsTest {
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int GIGABYTE = 1 << 30;

    @TempDir Path folder;

    private final HostileInputs inputs = new HostileInputs();
    private Duration longest = Duration.ZERO;

    @Test
    void soundFilesAreImported() {
        inputs.sound()
                .forEach((name, bytes) -> assertThat(end(bytes)).as(name).isEqualTo("imported"));
    }

    @Test
    @Timeout(60)
    void sixtyFiles() {
        tryOut(0, 60);
    }

    @Test
    @Tag("faults")
    @Timeout(600)
    void sixHundredFiles() {
        Map<String, Integer> ends = tryOut(1_000, 600);
        assertThat(ends).containsKey("imported");
        assertThat(ends).hasSizeGreaterThan(5);
        System.out.println(ends + ", the longest took " + longest.toMillis() + " ms");
    }

    @Test
    @Tag("faults")
    @Timeout(300)
    void aLineOfOneGigabyte() throws IOException {
        for (String begin :
                new String[] {
                    "page,lcp\n/,1000\n",
                    "page,lcp\n/,1000\n\"",
                    "{\"url\":\"/\",\"lcp\":1}\n{\"a\":\""
                }) {
            Path file = folder.resolve("line.txt");
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(begin.getBytes(StandardCharsets.UTF_8));
                fill(out);
            }
            assertThat(HostileImport.of(file)).isNotNull();
            Files.delete(file);
        }
    }

    @Test
    @Tag("faults")
    @Timeout(300)
    void aBombOfOneGigabyte() throws IOException {
        Path file = folder.resolve("bomb.gz");
        try (OutputStream out =
                new GZIPOutputStream(Files.newOutputStream(file)) {
                    {
                        def.setLevel(Deflater.BEST_SPEED);
                    }
                }) {
            out.write("page,lcp\n/,1000\n".getBytes(StandardCharsets.UTF_8));
            fill(out);
        }
        assertThat(HostileImport.of(file)).isNotEqualTo("imported");
    }

    private static void fill(OutputStream out) throws IOException {
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) 'a');
        for (long written = 0; written < GIGABYTE; written += block.length) {
            out.write(block);
        }
    }

    private Map<String, Integer> tryOut(int firstSeed, int count) {
        var ends = new HashMap<String, Integer>();
        for (int seed = firstSeed; seed < firstSeed + count; seed++) {
            byte[] input = inputs.of(seed);
            // A slow one is tried again: the machine may have been busy with something else
            if (tryOut(seed, input, ends).compareTo(LONGEST) > 0) {
                assertThat(tryOut(seed, input, ends)).as("input %d", seed).isLessThan(LONGEST);
            }
        }
        return ends;
    }

    private Duration tryOut(int seed, byte[] input, Map<String, Integer> ends) {
        long start = System.nanoTime();
        try {
            ends.merge(end(input), 1, Integer::sum);
        } catch (Throwable failed) {
            throw new AssertionError("input " + seed, failed);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        longest = took.compareTo(longest) > 0 ? took : longest;
        return took;
    }

    private String end(byte[] bytes) {
        return HostileImport.of(Packed.write(folder, "views.txt", bytes));
    }
}
