package dev.parallax.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.measure.Network.Correction;
import dev.parallax.measure.Network.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProfileTest {
    @Test
    void anIdCanBeTypedOnEveryCommandLine() {
        assertThat(List.of("3g", "my-slow-4g", "a")).allMatch(Profile::isId);
        assertThat(List.of("", "My", "a--b", "-a", "a b", "ä", "a".repeat(81)))
                .noneMatch(Profile::isId);
    }

    @Test
    void languagesAreTagsAndTimeZonesAreNames() {
        assertThat(List.of("en", "de-AT", "zh-Hant-TW")).allMatch(Preferences::isLocale);
        assertThat(List.of("", "english language", "de_AT", "-")).noneMatch(Preferences::isLocale);
        assertThat(List.of("", "Europe/Berlin", "UTC")).allMatch(Preferences::isTimeZone);
        assertThat(List.of("+02:00", "Berlin", "europe/berlin", " "))
                .noneMatch(Preferences::isTimeZone);
    }

    @Test
    void numbersThatNoNetworkHasAreRefused() {
        assertThatThrownBy(() -> new Network(-1, 0, 0, Method.PROXY))
                .hasMessageContaining("negative");
        assertThatThrownBy(() -> new Network(Double.NaN, 0, 0, Method.PROXY))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Network(40, 0, 0, Method.NONE))
                .hasMessageContaining("unshaped");
        assertThatThrownBy(() -> new Network(40, 0, 0, Method.PROXY, new Correction(2, 1)))
                .hasMessageContaining("DevTools");
    }

    @Test
    void aUserAgentIsOneLine() {
        assertThatThrownBy(() -> new Device(1, 1, 1, Device.Kind.MOBILE, "a\r\nb: c"))
                .hasMessageContaining("user agent");
    }

    @Test
    void whatIsHeldInTheHandIsTouched() {
        assertThat(Devices.all().stream().map(Devices.Named::device))
                .allMatch(device -> device.touch() == (device.kind() != Device.Kind.DESKTOP));
    }
}
