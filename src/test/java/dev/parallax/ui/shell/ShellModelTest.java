package dev.parallax.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.settings.TrustState;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Tasks;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class ShellModelTest {
    private static final Path MINE = Path.of("/tmp/mine.parallax");
    private static final Path DEMO = Path.of("/tmp/demo.parallax");

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Problems problems = new Problems();
    private final PaperDesk desk =
            new PaperDesk(PaperWorkbench.full(MINE, TrustState.TRUSTED, 100));
    private final ShellModel model =
            new ShellModel(
                    desk,
                    new Background(waiting::add, Runnable::run, new Tasks(Runnable::run)),
                    problems);

    @Test
    void aDemoThatIsDoneDoesNotTakeTheWindowFromWhoeverOpenedAnotherWorkspace() {
        model.open(MINE);
        drain();
        model.make(new DesktopApp.Making("the demo", _ -> DEMO));
        model.open(MINE);
        drain();
        assertThat(model.workbench().get().orElseThrow().file()).isEqualTo(MINE);
        assertThat(problems.shown()).isEmpty();
        assertThat(desk.settings().recentWorkspaces()).contains(DEMO);
    }

    @Test
    void aDemoThatIsDoneIsOpenedForWhoeverWaitsForIt() {
        model.open(DEMO.resolveSibling("other.parallax"));
        drain();
        model.make(new DesktopApp.Making("the demo", _ -> MINE));
        drain();
        assertThat(model.workbench().get().orElseThrow().file()).isEqualTo(MINE);
    }

    @Test
    void aNewWorkspaceHasTheEndingByWhichItIsFoundAgain() {
        assertThat(FileMenu.named(Path.of("/x/mine"))).isEqualTo(Path.of("/x/mine.parallax"));
        assertThat(FileMenu.named(Path.of("/x/v1.2"))).isEqualTo(Path.of("/x/v1.2.parallax"));
        assertThat(FileMenu.named(Path.of("/x/A.Parallax"))).isEqualTo(Path.of("/x/A.Parallax"));
    }

    private void drain() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }
}
