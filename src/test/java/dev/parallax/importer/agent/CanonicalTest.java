package dev.parallax.importer.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CanonicalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | DE",
                "DEU | DE",
                "Germany | DE",
                "GB | GB",
                "UK | GB",
                "usa | US",
                "United States | US",
                "Korea, Republic of | KR",
                "South Korea | KR",
                "Czech Republic | CZ",
                "Czechia | CZ",
                "XK | XK",
                "Atlantis | Atlantis",
            })
    void writesCountriesWithTwoLetters(String text, String expected) {
        assertThat(Canonical.country(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "4G, 4g",
        "slow_2g, slow-2g",
        "Slow 2G, slow-2g",
        "WiFi, wifi",
        "wi-fi, wifi",
        "LTE, 4g",
        "wired, ethernet",
        "fibre, fibre"
    })
    void writesConnectionsOneWay(String text, String expected) {
        assertThat(Canonical.connection(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "navigate, navigate", "back_forward, back-forward", "bfcache, back-forward-cache",
        "initial_load, navigate", "route_change, soft-navigation", "1, reload",
        "back-forward-cache, back-forward-cache", "prerender, prerender", "odd, odd"
    })
    void writesNavigationsOneWay(String text, String expected) {
        assertThat(Canonical.navigation(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "320x640, <=480",
        "480, <=480",
        "481, 481-768",
        "1280 × 720, 1025-1440",
        "1920x1080, 1441-1920",
        "2560, >1920",
        "0x0, ''",
        "wide, ''",
        "99999999999, >1920"
    })
    void putsViewportsIntoClasses(String text, String expected) {
        assertThat(Canonical.viewport(text)).isEqualTo(expected);
    }

    @Test
    void putsMachinesIntoClasses() {
        assertThat(Canonical.cpu(1)).isEqualTo("1-2 cores");
        assertThat(Canonical.cpu(4)).isEqualTo("3-4 cores");
        assertThat(Canonical.cpu(8)).isEqualTo("5-8 cores");
        assertThat(Canonical.cpu(64)).isEqualTo("9+ cores");
        assertThat(Canonical.cpu(0)).isEmpty();
        assertThat(Canonical.memory(0.25)).isEqualTo("<=1 GB");
        assertThat(Canonical.memory(2)).isEqualTo("2 GB");
        assertThat(Canonical.memory(4)).isEqualTo("4 GB");
        assertThat(Canonical.memory(8)).isEqualTo("8+ GB");
        assertThat(Canonical.memory(Double.NaN)).isEmpty();
    }

    @Test
    void writesDevicesOneWay() {
        assertThat(Canonical.device("Smartphone")).isEqualTo("mobile");
        assertThat(Canonical.device("PC")).isEqualTo("desktop");
        assertThat(Canonical.device("Fridge")).isEqualTo("fridge");
    }
}
