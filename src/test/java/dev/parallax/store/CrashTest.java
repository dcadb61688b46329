package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process in the middle of its writes: what it called stored is there, the rest is not
/// seen.
@Timeout(120)
final class CrashTest {
    /// By then the other process imports and stores in turn; a transaction of an import is 8 lines.
    private static final int LINES_BEFORE = 60;

    private static final int LINES_BETWEEN = 200;

    @TempDir Path folder;

    @Test
    void losesNothingThatWasStored() throws IOException, InterruptedException {
        killAndLook(2, new Random(7));
    }

    @Tag("faults")
    @RepeatedTest(20)
    void losesNothingThatWasStoredHoweverOften(RepetitionInfo repetition)
            throws IOException, InterruptedException {
        killAndLook(3, new Random(repetition.getCurrentRepetition()));
    }

    /// Each time on what the kill before left.
    private void killAndLook(int times, Random random) throws IOException, InterruptedException {
        Path file = folder.resolve("w.parallax");
        List<UUID> stored = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            stored.addAll(storeAndKill(file, LINES_BEFORE + random.nextInt(LINES_BETWEEN)));
            try (var workspace = Workspace.open(file, Samples.CLOCK)) {
                assertWhole(workspace, stored, i + 1);
            }
            assertThat(folder.toFile().list()).containsExactly("w.parallax");
        }
    }

    private static List<UUID> storeAndKill(Path file, int lines)
            throws IOException, InterruptedException {
        List<String> said = new ArrayList<>();
        try (var other = OtherProcess.start("store", file)) {
            while (said.size() < lines) {
                said.add(Objects.requireNonNull(other.line()));
            }
            other.kill();
            said.addAll(other.allLines());
        }
        return said.stream()
                .filter(line -> line.startsWith("stored "))
                .map(line -> UUID.fromString(line.substring("stored ".length())))
                .toList();
    }

    private static void assertWhole(Workspace workspace, List<UUID> stored, int kills) {
        assertThat(workspace.verify()).isEmpty();
        assertThat(stored).allSatisfy(id -> assertThat(workspace.runs().find(id)).isPresent());
        assertThat(workspace.runs().latest(10_000))
                .hasSizeBetween(stored.size(), stored.size() + kills)
                .allSatisfy(run -> assertThat(run.iterations()).isEqualTo(3));
        assertThat(workspace.pageViews().list()).isEmpty();
        int chunks =
                workspace
                        .database()
                        .read(handle ->
                                handle.createQuery("SELECT count(*) FROM chunk_col")
                                        .mapTo(int.class)
                                        .one());
        assertThat(chunks).isZero();
        long check = workspace.checks().find(OtherProcess.CHECK).orElseThrow().id();
        assertThat(workspace.slots().latest(check, 10_000))
                .hasSizeGreaterThanOrEqualTo(stored.size())
                .extracting(SlotStore.Slot::status)
                .doesNotContain(Optional.empty());
    }
}
