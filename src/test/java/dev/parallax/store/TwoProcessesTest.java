package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two processes at work on one workspace at once.
@Timeout(60)
final class TwoProcessesTest {
    @TempDir Path folder;

    @Test
    void shareTheSlotsAndLoseNoWrite() throws IOException {
        Path file = folder.resolve("w.parallax");
        try (var workspace = Workspace.create(file, Samples.CLOCK)) {
            long check = OtherProcess.prepare(workspace);
            List<Integer> mine = new ArrayList<>();
            List<String> others;
            try (var other = OtherProcess.start("claim", file)) {
                // each side has one slot before the race for the rest, which both run in the same
                // order: whoever is behind finds slots taken, catches up and fights for the next
                assertThat(other.line()).isEqualTo("claimed 0");
                claim(workspace, check, 99, mine);
                other.tell("go");
                for (int i = 0; i < 99; i++) {
                    claim(workspace, check, i, mine);
                }
                others = other.allLines();
            }

            assertThat(mine).contains(99).doesNotContain(0);
            assertThat(Stream.concat(mine.stream().map(i -> "claimed " + i), others.stream()))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(1, 100).mapToObj(i -> "claimed " + i).toList());
            assertThat(workspace.runs().latest(1000)).hasSize(100);
            assertThat(workspace.slots().latest(check, 1000)).hasSize(100);
            assertThat(workspace.verify()).isEmpty();
        }
    }

    private static void claim(Workspace workspace, long check, int slot, List<Integer> claimed) {
        if (workspace.slots().claim(check, Samples.START.plusSeconds(slot), "me")) {
            workspace.runs().save(Samples.run(OtherProcess.JOURNEY, Samples.START, slot));
            claimed.add(slot);
        }
    }
}
