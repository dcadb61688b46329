package dev.parallax.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Whether the browser's sandbox is on. It always is, but for two cases; then each run says so.
enum Sandbox {
    ON,
    /// Chromium refuses to start with its sandbox as root.
    OFF_FOR_ROOT,
    /// The environment says `PARALLAX_NO_SANDBOX=1`, for containers that forbid user namespaces.
    OFF_AS_ASKED;

    static final String VARIABLE = "PARALLAX_NO_SANDBOX";

    private static final int ROOT = 0;

    /// @param ownFolder a folder that this process has made, whose owner is this process's user
    static Sandbox of(Map<String, String> environment, Path ownFolder) {
        if ("1".equals(environment.get(VARIABLE))) {
            return OFF_AS_ASKED;
        }
        return isRoot(ownFolder) ? OFF_FOR_ROOT : ON;
    }

    private static boolean isRoot(Path ownFolder) {
        try {
            return ownFolder.getFileSystem().supportedFileAttributeViews().contains("unix")
                    && Files.getAttribute(ownFolder, "unix:uid").equals(ROOT);
        } catch (IOException unknown) {
            return false;
        }
    }

    boolean isOn() {
        return this == ON;
    }

    /// What a reader of the run has to know, empty if there is nothing to say.
    Optional<String> note() {
        return switch (this) {
            case ON -> Optional.empty();
            case OFF_FOR_ROOT -> Optional.of("browser sandbox off (running as root)");
            case OFF_AS_ASKED -> Optional.of("browser sandbox off (" + VARIABLE + "=1)");
        };
    }
}
