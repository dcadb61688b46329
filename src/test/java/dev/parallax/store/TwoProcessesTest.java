package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
                assertThat(other.line()).isEqualTo("ready");
                for (int i = 99; i >= 0; i--) {
                    if (workspace.slots().claim(check, Samples.START.plusSeconds(i), "me")) {
                        workspace.runs().save(Samples.run(OtherProcess.JOURNEY, Samples.START, i));
                        mine.add(i);
                    }
                }
                others = other.allLines();
            }

            assertThat(mine.size() + others.size()).isEqualTo(100);
            assertThat(mine).isNotEmpty();
            assertThat(others).isNotEmpty();
            assertThat(mine).noneMatch(i -> others.contains("claimed " + i));
            assertThat(workspace.runs().latest(1000)).hasSize(100);
            assertThat(workspace.slots().latest(check, 1000)).hasSize(100);
            assertThat(workspace.verify()).isEmpty();
        }
    }
}
