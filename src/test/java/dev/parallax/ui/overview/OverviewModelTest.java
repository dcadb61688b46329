package dev.parallax.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.measure.RunStatus;
import dev.parallax.settings.TrustState;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.overview.OverviewModel.Missing;
import dev.parallax.ui.overview.OverviewUseCases.Standing;
import dev.parallax.ui.shell.PaperWorkbench;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class OverviewModelTest {
    @Test
    void saysWhatAnEmptyWorkspaceLacks() {
        assertThat(OverviewModel.missing(standing(PaperWorkbench.empty(Path.of("a.parallax")))))
                .containsExactly(Missing.JOURNEY, Missing.DATASET);
    }

    @Test
    void saysNothingOfAFullOne() {
        Standing standing =
                standing(PaperWorkbench.full(Path.of("a.parallax"), TrustState.TRUSTED, 100));
        assertThat(OverviewModel.missing(standing)).isEmpty();
        assertThat(OverviewModel.count(standing, RunStatus.OK)).isEqualTo(2);
        assertThat(OverviewModel.count(standing, RunStatus.FAILED)).isEqualTo(1);
    }

    @Test
    void comparesEveryMeasuredPage() {
        var model = model(PaperWorkbench.full(Path.of("a.parallax"), TrustState.TRUSTED, 1_000));
        model.refresh();
        assertThat(model.verdicts().get())
                .extracting(comparison -> comparison.lab().page())
                .containsExactly("home", "catalogue", "product", "checkout");
        assertThat(model.comparing().get()).isFalse();
    }

    private static Standing standing(PaperWorkbench workbench) {
        var model = model(workbench);
        model.refresh();
        return model.standing().get().orElseThrow();
    }

    private static OverviewModel model(PaperWorkbench workbench) {
        return new OverviewModel(
                workbench.overview(), Background.onCallersThread(), new Problems());
    }
}
