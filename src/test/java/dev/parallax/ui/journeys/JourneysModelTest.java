package dev.parallax.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.measure.Profile;
import dev.parallax.settings.TrustState;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Task;
import dev.parallax.ui.journeys.JourneyUseCases.Entry;
import dev.parallax.ui.shell.PaperWorkbench;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class JourneysModelTest {
    private final Background background = Background.onCallersThread();
    private final Problems problems = new Problems();
    private final JourneysModel model =
            new JourneysModel(
                    PaperWorkbench.full(Path.of("a.parallax"), TrustState.TRUSTED, 100).journeys(),
                    background,
                    problems);

    @Test
    void showsTheFirstJourneyOnceTheListIsRead() {
        model.refresh();
        assertThat(model.journeys())
                .extracting(Entry::name)
                .containsExactly("Buy a lantern", "Order over HTTP");
        assertThat(model.shown().get())
                .hasValueSatisfying(
                        journey -> assertThat(journey.name()).isEqualTo("Buy a lantern"));
    }

    @Test
    void runsTheJourneyOnShowUnderTheChosenProfile() {
        model.refresh();
        model.profile().set(Profile.MOBILE);
        model.iterations().set(2);
        model.run();
        assertThat(model.lastRun().get())
                .hasValueSatisfying(run -> {
                    assertThat(run.journey()).isEqualTo("Buy a lantern");
                    assertThat(run.conditions().applied()).isEqualTo(Profile.MOBILE);
                    assertThat(run.iterations()).hasSize(2);
                });
        assertThat(model.running().get()).isFalse();
        assertThat(background.tasks().all())
                .extracting(Task::title)
                .containsExactly("Run Buy a lantern");
    }

    @Test
    void bringsBackADeletedJourney() {
        model.open("Order over HTTP");
        model.delete();
        assertThat(model.journeys()).extracting(Entry::name).containsExactly("Buy a lantern");
        model.undoDelete();
        assertThat(model.journeys()).hasSize(2);
        assertThat(model.selected().get().name()).isEqualTo("Order over HTTP");
        assertThat(model.deleted().get()).isEmpty();
    }

    @Test
    void tellsWhyAFileIsNoJourney() {
        model.importFile(Path.of("empty.json"));
        assertThat(problems.shown())
                .extracting(occurrence -> occurrence.problem().code())
                .containsExactly("journey-unreadable");
    }

    @Test
    void showsARecordedJourney() {
        model.record("https://shop.example/", "New");
        assertThat(model.selected().get().name()).isEqualTo("New");
        assertThat(model.recording().get()).isFalse();
    }
}
