package dev.parallax.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The table of presets in `docs/profiles.md` against the presets.
final class PresetDocumentTest {
    @Test
    void thePageListsEveryPresetWithItsNumbersAndItsSource() throws IOException {
        String page = Files.readString(Path.of("docs/profiles.md"));

        assertThat(Preset.all())
                .allSatisfy(preset -> {
                    assertThat(page).contains("(" + preset.link() + ")");
                    assertThat(
                                    page.lines()
                                            .filter(line ->
                                                    line.startsWith("| `" + preset.id() + "`")))
                            .singleElement()
                            .asString()
                            .startsWith(row(preset));
                });
    }

    private static String row(Preset preset) {
        Device device = preset.profile().device();
        Network network = preset.profile().network();
        boolean shaped = network.method() != Network.Method.NONE;
        return "| `%s` | %s | %d × %d at %s | %s | %s | %s | %s"
                .formatted(
                        preset.id(),
                        preset.family(),
                        device.width(),
                        device.height(),
                        number(device.pixelRatio()),
                        shaped ? number(network.rttMillis()) : "–",
                        network.downKbps() > 0 ? number(network.downKbps()) : "–",
                        network.upKbps() > 0 ? number(network.upKbps()) : "–",
                        network.method().key());
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
