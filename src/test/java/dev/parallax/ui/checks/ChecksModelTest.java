package dev.parallax.ui.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.settings.TrustState;
import dev.parallax.ui.checks.CheckUseCases.Scheduled;
import dev.parallax.ui.checks.CheckUseCases.Wish;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.shell.PaperWorkbench;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ChecksModelTest {
    private final ChecksModel model =
            new ChecksModel(
                    PaperWorkbench.full(Path.of("a.parallax"), TrustState.TRUSTED, 100).checks(),
                    Background.onCallersThread(),
                    new Problems());

    @BeforeEach
    void read() {
        model.refresh();
    }

    @Test
    void showsTheNewestRunFirst() {
        assertThat(model.shown().get().orElseThrow().run().id())
                .isEqualTo(model.runs().getFirst().id());
    }

    @Test
    void showsTheRunThatWasAskedFor() {
        UUID oldest = model.runs().getLast().id();
        model.open(oldest);
        assertThat(model.shown().get().orElseThrow().run().id()).isEqualTo(oldest);
    }

    @Test
    void addsACheck() {
        model.add(new Wish("Buy a lantern", "mobile", Duration.ofMinutes(5)));
        assertThat(model.checks()).extracting(Scheduled::rhythm).contains("every 5 min");
    }

    @Test
    void pausesAndResumesACheck() {
        model.toggle(model.checks().getFirst());
        assertThat(model.checks().getFirst().isPaused()).isTrue();
        model.toggle(model.checks().getFirst());
        assertThat(model.checks().getFirst().isPaused()).isFalse();
    }

    @Test
    void removesACheck() {
        Scheduled gone = model.checks().getFirst();
        model.remove(gone);
        assertThat(model.checks()).doesNotContain(gone).hasSize(1);
    }
}
