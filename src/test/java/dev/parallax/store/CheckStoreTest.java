package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.measure.Profile;
import dev.parallax.store.CheckStore.Activity;
import dev.parallax.store.CheckStore.Plan;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckStoreTest {
    private static final Plan OFTEN =
            new Plan(
                    "often",
                    "buy",
                    Samples.shaped(Profile.MOBILE, 150),
                    "every 5m",
                    Activity.ACTIVE);
    private static final Plan DAILY =
            new Plan("Daily", "buy", Profile.DESKTOP, "0 6 * * *", Activity.PAUSED);

    @TempDir Path folder;
    private Workspace workspace;
    private CheckStore checks;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("w.parallax"), Samples.CLOCK);
        workspace.journeys().save(Samples.journey("buy"));
        checks = workspace.checks();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void keepsChecksByName() {
        var often = checks.add(OFTEN);
        var daily = checks.add(DAILY);

        assertThat(often).isEqualTo(new CheckStore.Stored(often.id(), OFTEN, Samples.START));
        assertThat(checks.list()).containsExactly(daily, often);
        assertThat(checks.find("often")).contains(often);
        assertThat(checks.find("never")).isEmpty();
    }

    @Test
    void pausesAndResumes() {
        checks.add(OFTEN);

        assertThat(checks.setActivity("often", Activity.PAUSED)).isTrue();
        assertThat(checks.find("often").orElseThrow().plan().activity()).isEqualTo(Activity.PAUSED);
        assertThat(checks.setActivity("often", Activity.ACTIVE)).isTrue();
        assertThat(checks.find("often").orElseThrow().plan()).isEqualTo(OFTEN);
        assertThat(checks.setActivity("never", Activity.ACTIVE)).isFalse();
    }

    @Test
    void neverUsesTheIdOfARemovedCheckAgain() {
        long id = checks.add(OFTEN).id();

        assertThat(checks.remove("often")).isTrue();

        assertThat(checks.remove("often")).isFalse();
        assertThat(checks.add(OFTEN).id()).isNotEqualTo(id);
    }

    @Test
    void refusesANameThatIsTaken() {
        checks.add(OFTEN);

        assertThatThrownBy(() -> checks.add(OFTEN)).hasMessageEndingWith("[check-exists]");
        assertThat(checks.list()).hasSize(1);
    }

    @Test
    void refusesACheckOfAJourneyThatIsNotThere() {
        workspace.runs().save(Samples.run("buy", Samples.START, 1));
        workspace.journeys().delete("buy");

        assertThatThrownBy(() -> checks.add(OFTEN)).hasMessageEndingWith("[journey-unknown]");
        assertThat(checks.list()).isEmpty();
    }

    @Test
    void losesItsChecksWithTheJourney() {
        checks.add(OFTEN);
        workspace.runs().save(Samples.run("buy", Samples.START, 1));

        workspace.journeys().delete("buy");

        assertThat(checks.list()).isEmpty();
    }
}
