package dev.parallax.ui.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.measure.BlockList;
import dev.parallax.measure.CacheState;
import dev.parallax.measure.Devices;
import dev.parallax.measure.Network;
import dev.parallax.measure.OwnProfile;
import dev.parallax.measure.Preset;
import dev.parallax.measure.Profile;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.profiles.ProfilesModel.Entry;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ProfilesModelTest {
    private final PaperProfiles paper = new PaperProfiles();
    private final ProfilesModel model =
            new ProfilesModel(paper, Background.onCallersThread(), new Problems());

    @BeforeEach
    void openAndDuplicateLighthouse() {
        model.open();
        select("lighthouse-mobile");
        model.duplicate();
    }

    private void select(String id) {
        model.selected()
                .set(
                        model.entries().stream()
                                .filter(entry -> entry.profile().id().equals(id))
                                .findFirst()
                                .orElseThrow());
    }

    private ProfileDraft draft() {
        return model.draft().get().orElseThrow();
    }

    private OwnProfile saved() {
        return paper.own().getFirst().profile();
    }

    @Test
    void aCopyIsShownAtOnceWithItsOrigin() {
        assertThat(model.selected().get().profile().name())
                .isEqualTo("Lighthouse mobile, slow 4G, copy");
        assertThat(model.origin()).isEqualTo(Profile.preset("lighthouse-mobile"));
        assertThat(model.savable().get()).as("nothing is edited yet").isFalse();
    }

    @Test
    void whatIsWrittenIsKeptWhenItIsSaved() {
        model.write(ProfileField.RTT, "220");
        model.write(ProfileField.CACHE, "both");
        model.write(ProfileField.BLOCKED, " ads.example \n\n*/pixel/* ");
        model.write(ProfileField.NAME, "On the train");
        assertThat(model.savable().get()).isTrue();

        model.save();

        assertThat(saved().profile())
                .isEqualTo(
                        Profile.preset("lighthouse-mobile")
                                .orElseThrow()
                                .named("own-1", "On the train")
                                .withNetwork(new Network(220, 1638.4, 750, Network.Method.PROXY))
                                .withCacheState(CacheState.BOTH)
                                .withBlockList(new BlockList(List.of("ads.example", "*/pixel/*"))));
        assertThat(model.savable().get()).isFalse();
        assertThat(model.isChanged("own-1")).isFalse();
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndCannotBeSaved() {
        model.write(ProfileField.RTT, "fast");
        model.write(ProfileField.CPU_RATE, "0.5");
        model.write(ProfileField.LOCALE, "german language");
        model.write(ProfileField.TIME_ZONE, "Berlin");
        model.write(ProfileField.WIDTH, "412.5");
        model.write(ProfileField.BLOCKED, "two words");

        assertThat(draft().complaints())
                .containsOnlyKeys(
                        ProfileField.RTT,
                        ProfileField.CPU_RATE,
                        ProfileField.WIDTH,
                        ProfileField.LOCALE,
                        ProfileField.TIME_ZONE,
                        ProfileField.BLOCKED);
        assertThat(model.savable().get()).isFalse();
    }

    @Test
    void fieldsThatDoNotCountAreNeverWrong() {
        model.write(ProfileField.RTT, "fast");
        model.write(ProfileField.METHOD, "none");

        assertThat(draft().complaints()).isEmpty();
        model.save();
        assertThat(saved().profile().network()).isEqualTo(Network.UNSHAPED);
    }

    @Test
    void eachStepCanBeTakenBackAndTakenAgain() {
        model.write(ProfileField.RTT, "220");
        model.take(Devices.find("ipad-mini").orElseThrow());
        assertThat(draft().text(ProfileField.KIND)).isEqualTo("tablet");

        model.undo();
        assertThat(draft().text(ProfileField.KIND)).isEqualTo("mobile");
        model.undo();
        assertThat(draft().text(ProfileField.RTT)).isEqualTo("150");
        assertThat(model.undoable().get()).isFalse();
        model.redo();
        assertThat(draft().text(ProfileField.RTT)).isEqualTo("220");
    }

    @Test
    void lookingAtAnotherOneLosesNothing() {
        model.write(ProfileField.RTT, "220");

        select("desktop");
        assertThat(model.draft().get()).isEmpty();
        assertThat(model.savable().get()).isTrue();
        select("own-1");

        assertThat(draft().text(ProfileField.RTT)).isEqualTo("220");
        assertThat(model.undoable().get()).isTrue();
    }

    @Test
    void closingWithoutSavingForgetsWhatWasEdited() {
        model.write(ProfileField.RTT, "220");

        model.open();

        assertThat(draft().text(ProfileField.RTT)).isEqualTo("150");
    }

    @Test
    void aRemovedProfileIsGone() {
        model.remove();

        assertThat(paper.own()).isEmpty();
        assertThat(model.entries()).hasSize(Preset.all().size());
        assertThat(model.selected().get()).isNotNull();
    }

    @Test
    void theSearchLooksAtNamesIdsAndFamilies() {
        model.search().set("webpage");
        assertThat(model.entries()).extracting(Entry::family).containsOnly("WebPageTest");
        assertThat(model.entries().getFirst().first()).isTrue();
        assertThat(model.entries().getLast().first()).isFalse();

        model.search().set("3g-slow");
        assertThat(model.entries()).hasSize(2);
    }

    @Test
    void everyPresetCanBeEditedAsItIs() {
        for (Profile profile : Profile.presets()) {
            assertThat(ProfileDraft.of(profile).profile(profile)).contains(profile);
        }
    }
}
