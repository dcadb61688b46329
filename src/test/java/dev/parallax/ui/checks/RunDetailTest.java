package dev.parallax.ui.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.settings.TrustState;
import dev.parallax.ui.checks.CheckUseCases.Shown;
import dev.parallax.ui.common.FxThread;
import dev.parallax.ui.shell.PaperWorkbench;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

final class RunDetailTest {
    private final CheckUseCases checks =
            PaperWorkbench.full(Path.of("a.parallax"), TrustState.TRUSTED, 100).checks();
    private final Shown kept = checks.show(checks.latest(1).getFirst().id());

    @Test
    void saysWhenPicturesAndRequestsWereRemoved() {
        assertThat(texts(new Shown(kept.run(), OptionalInt.of(90))))
                .contains("Removed after 90 days, as the settings say. The numbers stay.");
        assertThat(texts(new Shown(kept.run(), OptionalInt.of(1))))
                .contains("Removed after 1 day, as the settings say. The numbers stay.");
    }

    @Test
    void saysNothingOfItWhileTheyAreKept() {
        assertThat(texts(kept)).noneMatch(text -> text.startsWith("Removed"));
    }

    private static List<String> texts(Shown shown) {
        return FxThread.get(() -> {
            var detail = new RunDetail();
            detail.show(shown);
            return detail.lookupAll(".label").stream()
                    .map(node -> ((Label) node).getText())
                    .toList();
        });
    }
}
