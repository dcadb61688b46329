package dev.parallax.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.measure.Network.Method;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The presets against the numbers their sources publish.
final class PresetTest {
    private static Network network(String id) {
        return Profile.preset(id).orElseThrow().network();
    }

    @Test
    void idsAreUniqueAndCanBeTyped() {
        List<String> ids = Preset.all().stream().map(Preset::id).toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(Profile::isId);
        assertThat(Preset.all().stream().map(Preset::name)).doesNotHaveDuplicates();
    }

    @Test
    void everyPresetSaysWhereItsNumbersStand() {
        assertThat(Preset.all())
                .allSatisfy(preset -> {
                    assertThat(preset.source()).isNotBlank();
                    assertThat(preset.link()).hasScheme("https");
                });
    }

    @Test
    void desktopAndMobileStayUnshaped() {
        assertThat(Profile.presets().subList(0, 2))
                .containsExactly(Profile.DESKTOP, Profile.MOBILE);
        assertThat(network("desktop")).isEqualTo(Network.UNSHAPED);
        assertThat(network("mobile")).isEqualTo(Network.UNSHAPED);
    }

    @Test
    void lighthouseMobileIsSlow4GOnAProcessorFourTimesSlower() {
        Profile lighthouse = Profile.preset("lighthouse-mobile").orElseThrow();

        assertThat(lighthouse.network()).isEqualTo(new Network(150, 1638.4, 750, Method.PROXY));
        assertThat(lighthouse.cpuRate()).isEqualTo(4);
        assertThat(lighthouse.device().pixelRatio()).isEqualTo(1.75);
    }

    @Test
    void devToolsIsGivenTheCorrectedNumbers() {
        Network applied = network("lighthouse-mobile-devtools").applied();

        assertThat(applied.rttMillis()).isEqualTo(562.5);
        assertThat(applied.downKbps()).isEqualTo(1474.56);
        assertThat(applied.upKbps()).isEqualTo(675);
        assertThat(network("devtools-slow-3g").applied())
                .isEqualTo(new Network(2000, 400, 400, Method.DEVTOOLS));
        assertThat(network("devtools-fast-4g").applied().rttMillis()).isEqualTo(165);
    }

    @Test
    void sameNamesOfOtherToolsHaveOtherNumbers() {
        assertThat(network("wpt-3g").rttMillis()).isEqualTo(300);
        assertThat(network("sitespeed-3g").rttMillis()).isEqualTo(150);
        assertThat(
                        ProfileTrait.differing(
                                Profile.preset("wpt-3g-fast").orElseThrow(),
                                Profile.preset("sitespeed-3g").orElseThrow()))
                .as("what sitespeed.io calls 3G is what WebPageTest calls 3G Fast")
                .isEmpty();
    }

    @Test
    void aTraitTellsWhatDiffersAndOnlyThat() {
        Profile slower =
                Profile.MOBILE
                        .withCpuRate(2.5)
                        .withPreferences(
                                new Preferences(
                                        "de-DE", "Europe/Berlin", Preferences.ColorScheme.LIGHT));

        List<ProfileTrait> differing = ProfileTrait.differing(Profile.MOBILE, slower);

        assertThat(differing)
                .containsExactly(
                        ProfileTrait.CPU_RATE, ProfileTrait.LOCALE, ProfileTrait.TIME_ZONE);
        assertThat(differing.stream().map(trait -> trait.of(slower)))
                .containsExactly("2.5 × slower", "de-DE", "Europe/Berlin");
    }

    @Test
    void aNameNobodyKnowsIsNoPreset() {
        assertThat(Profile.preset("3g")).isEqualTo(Optional.empty());
    }
}
