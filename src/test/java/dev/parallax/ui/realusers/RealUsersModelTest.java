package dev.parallax.ui.realusers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.settings.TrustState;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.realusers.RealUserUseCases.Group;
import dev.parallax.ui.shell.PaperWorkbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RealUsersModelTest {
    private final RealUsersModel model =
            new RealUsersModel(
                    PaperWorkbench.full(Path.of("a.parallax"), TrustState.TRUSTED, 1_000)
                            .realUsers(),
                    Background.onCallersThread(),
                    new Problems());

    @BeforeEach
    void read() {
        model.refresh();
    }

    @Test
    void showsPagesAndPercentilesOfTheFirstDataSet() {
        assertThat(model.pages()).hasSize(4);
        assertThat(model.groups())
                .extracting(Group::group)
                .containsExactlyInAnyOrder("mobile", "desktop");
    }

    @Test
    void asksAgainWhenMetricDimensionOrPageChange() {
        List<Group> before = List.copyOf(model.groups());
        model.metric().set(Metric.TTFB);
        assertThat(model.groups()).isNotEqualTo(before);
        model.by().set(Dimension.COUNTRY);
        assertThat(model.groups()).extracting(Group::group).contains("DE", "FR");
        long all = model.groups().stream().mapToLong(Group::views).sum();
        model.page().set(Optional.of(model.pages().getFirst().page()));
        assertThat(model.groups().stream().mapToLong(Group::views).sum())
                .isEqualTo(model.pages().getFirst().views())
                .isLessThan(all);
    }

    @Test
    void tellsWhatCameOfAnImport() {
        model.importFiles(List.of(Path.of("export.csv.gz")), "export");
        assertThat(model.lastImport().get().orElseThrow().imported()).isEqualTo(9);
        assertThat(model.importing().get()).isFalse();
    }

    @Test
    void namesADataSetAfterItsFile() {
        assertThat(RealUsersModel.nameFor(Path.of("/x/may.csv.gz"))).isEqualTo("may");
        assertThat(RealUsersModel.nameFor(Path.of("may.ndjson"))).isEqualTo("may");
        assertThat(RealUsersModel.nameFor(Path.of("may.data"))).isEqualTo("may.data");
    }
}
