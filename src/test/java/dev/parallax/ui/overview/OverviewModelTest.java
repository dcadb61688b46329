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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OverviewModelTest {
    @Test
    void saysWhatAnEmptyWorkspaceLacks() {
        var model = model(PaperWorkbench.empty(Path.of("a.parallax")));
        model.refresh();
        assertThat(model.unwatched().get()).isEmpty();
        assertThat(missing(model)).containsExactly(Missing.JOURNEY, Missing.DATASET);
    }

    @Test
    void ofAFullOneOnlyThePageIsMissingThatNobodyMeasures() {
        var model = model(PaperWorkbench.full(Path.of("a.parallax"), TrustState.TRUSTED, 100));
        model.refresh();
        Standing standing = model.standing().get().orElseThrow();
        assertThat(missing(model)).containsExactly(Missing.PAGE);
        assertThat(OverviewModel.missing(standing, Optional.empty())).isEmpty();
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

    private static List<Missing> missing(OverviewModel model) {
        return OverviewModel.missing(model.standing().get().orElseThrow(), model.unwatched().get());
    }

    private static OverviewModel model(PaperWorkbench workbench) {
        return new OverviewModel(
                workbench.overview(), Background.onCallersThread(), new Problems());
    }
}
