package dev.parallax.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// No hostile server makes the program need more than 256 MB, the servers' own memory included.
final class HostileHeapTest {
    @Test
    @Timeout(240)
    void allOfThemFitInto256Megabytes(@TempDir Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        int rows =
                HostileServers.all(
                                new TestAuthority(), new TestAuthority(TestAuthority.Method.WEAK))
                        .size();
        Process process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Xmx256m",
                                "-XX:+ExitOnOutOfMemoryError",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                HostileHeap.class.getName(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("failed " + rows);
    }
}
