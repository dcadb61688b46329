package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.measure.BlockList;
import dev.parallax.measure.Cache;
import dev.parallax.measure.CacheState;
import dev.parallax.measure.Network;
import dev.parallax.measure.Network.Correction;
import dev.parallax.measure.Network.Method;
import dev.parallax.measure.OwnProfile;
import dev.parallax.measure.Preferences;
import dev.parallax.measure.Preferences.ColorScheme;
import dev.parallax.measure.Profile;
import dev.parallax.measure.ProfileTrait;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProfileStoreTest {
    private static final Profile OWN =
            Profile.MOBILE
                    .named("train", "On the train")
                    .withNetwork(
                            new Network(90, 3000, 1000, Method.DEVTOOLS, new Correction(3.75, 0.9)))
                    .withCpuRate(2.5)
                    .withPreferences(new Preferences("de-DE", "Europe/Berlin", ColorScheme.DARK))
                    .withCacheState(CacheState.BOTH)
                    .withBlockList(new BlockList(List.of("ads.example", "*/pixel")));

    @TempDir Path folder;
    private Workspace workspace;
    private ProfileStore profiles;

    @BeforeEach
    void makeAWorkspace() {
        workspace = Workspace.create(folder.resolve("w.parallax"), Samples.CLOCK);
        profiles = workspace.profiles();
        workspace.journeys().save(Samples.journey("buy"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void givesBackEveryNumberItWasGiven() {
        OwnProfile saved = profiles.save(OWN, Optional.of(Profile.MOBILE));

        assertThat(profiles.find("train")).contains(saved);
        assertThat(saved.profile()).isEqualTo(OWN);
        assertThat(saved.origin()).contains(Profile.MOBILE);
        assertThat(saved.changed())
                .contains(ProfileTrait.RTT, ProfileTrait.CACHE, ProfileTrait.BLOCK_LIST)
                .doesNotContain(ProfileTrait.DEVICE, ProfileTrait.VIEWPORT);
    }

    @Test
    void changedNumbersGoToTheChecksThatUseThem() {
        profiles.save(OWN, Optional.empty());
        workspace.checks().add(check("nightly", OWN));
        workspace.checks().add(check("other", Profile.DESKTOP));
        Profile faster = OWN.withCpuRate(1);

        profiles.save(faster, Optional.empty());

        assertThat(profiles.list()).hasSize(1);
        assertThat(workspace.checks().find("nightly").orElseThrow().plan().profile())
                .isEqualTo(faster);
        assertThat(workspace.checks().find("other").orElseThrow().plan().profile())
                .isEqualTo(Profile.DESKTOP);
        assertThat(profiles.checksOf("train")).containsExactly("nightly");
    }

    @Test
    void aRemovedProfileLeavesItsNumbersToItsChecks() {
        profiles.save(OWN, Optional.empty());
        workspace.checks().add(check("nightly", OWN));

        assertThat(profiles.remove("train")).isTrue();
        assertThat(profiles.remove("train")).isFalse();

        assertThat(profiles.list()).isEmpty();
        assertThat(workspace.checks().find("nightly").orElseThrow().plan().profile())
                .isEqualTo(OWN);
    }

    @Test
    void runsKeepWhatTheyWereMadeUnderAndWhichViewIsWhich() {
        var run =
                Samples.withIterations(
                        Samples.run("buy", Samples.START),
                        Samples.plainIteration("Home", 1, 900),
                        Samples.plainIteration("Home", 2, 300).with(Cache.WARM));
        workspace.runs().save(run);

        var read = workspace.runs().find(run.id()).orElseThrow();

        assertThat(read.iterations().stream().map(each -> each.cache()))
                .containsExactly(Cache.COLD, Cache.WARM);
        assertThat(read.medianIteration().orElseThrow().number()).isEqualTo(1);
        assertThat(profiles.measured()).containsExactly(run.conditions().requested().id());
    }

    private static CheckStore.Plan check(String name, Profile profile) {
        return new CheckStore.Plan(name, "buy", profile, "every 5m", CheckStore.Activity.ACTIVE);
    }
}
