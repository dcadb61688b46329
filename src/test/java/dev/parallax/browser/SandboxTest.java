package dev.parallax.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The sandbox is on but for two cases, and those are said.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no root")
final class SandboxTest {
    @TempDir private Path own;

    @Test
    void isOffForRootOnly() throws IOException {
        Sandbox sandbox = Sandbox.of(Map.of(), own);

        boolean root = Files.getAttribute(own, "unix:uid").equals(0);
        assertThat(sandbox).isEqualTo(root ? Sandbox.OFF_FOR_ROOT : Sandbox.ON);
        assertThat(sandbox.note().isPresent()).isEqualTo(root);
    }

    @Test
    void isOffWhereTheEnvironmentSaysSo() {
        Sandbox sandbox = Sandbox.of(Map.of("PARALLAX_NO_SANDBOX", "1"), own);

        assertThat(sandbox.isOn()).isFalse();
        assertThat(sandbox.note()).contains("browser sandbox off (PARALLAX_NO_SANDBOX=1)");
    }

    @Test
    void staysOnForAnyOtherValue() {
        assertThat(Sandbox.of(Map.of("PARALLAX_NO_SANDBOX", "0"), own))
                .isNotEqualTo(Sandbox.OFF_AS_ASKED);
    }
}
