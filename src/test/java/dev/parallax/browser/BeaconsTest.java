package dev.parallax.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Which requests count as beacons.
final class BeaconsTest {
    private final Beacons beacons = new Beacons(List.of("rum.test", "*.rum.test"));

    @Test
    void blocksAHostAndWhatIsBelowIt() {
        assertThat(beacons.block("https://rum.test/b?x=1")).isTrue();
        assertThat(beacons.block("https://eu.rum.test:444/b")).isTrue();
    }

    @Test
    void letsEverythingElsePass() {
        assertThat(beacons.block("https://forum.test/")).isFalse();
        assertThat(beacons.block("https://shop.test/?to=rum.test")).isFalse();
        assertThat(beacons.block("data:text/plain,rum.test")).isFalse();
        assertThat(beacons.block("http://[")).isFalse();
        assertThat(Beacons.SENT.block("https://rum.test/")).isFalse();
    }

    @Test
    void knowsTheCommonCollectors() {
        assertThat(Beacons.known().hosts())
                .contains("bam.nr-data.net", "browser-intake-datadoghq.eu", "*.akstat.io")
                .doesNotHaveDuplicates()
                .allSatisfy(
                        host -> assertThat(host).matches("(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)+"));
    }
}
