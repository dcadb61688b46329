package dev.parallax.browser;

import java.nio.file.Path;

/// A browser on this machine.
///
/// @param path of the program that starts it
/// @param name as it calls itself, such as `Chromium` or `Google Chrome`
/// @param version such as `156.0.8078.79`; empty if it cannot be asked without starting it
public record BrowserInstallation(Path path, String name, String version) {

    /// Name and version: `Chromium 156.0.8078.79`.
    @Override
    public String toString() {
        return (name + " " + version).strip();
    }
}
