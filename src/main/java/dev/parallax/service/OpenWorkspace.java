package dev.parallax.service;

import dev.parallax.problem.ProblemException;
import dev.parallax.settings.SettingsFile;
import dev.parallax.store.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/// Use case: opens a workspace, or makes one. What is made on this machine is trusted on it.
public final class OpenWorkspace {
    private final InstantSource clock;
    private final SettingsFile settings;
    private final Path defaultFile;

    /// @param defaultFile the workspace that is meant when none is named
    public OpenWorkspace(InstantSource clock, SettingsFile settings, Path defaultFile) {
        this.clock = clock;
        this.settings = settings;
        this.defaultFile = defaultFile;
    }

    /// The workspace that is meant when none is named, made when it is not there.
    public Workspace openDefault() {
        try {
            Files.createDirectories(defaultFile.toAbsolutePath().getParent());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return openOrCreate(defaultFile);
    }

    /// A workspace that must be there.
    ///
    /// @throws ProblemException if it is not there, or not usable
    public Workspace open(Path file) {
        return Workspace.open(file, clock);
    }

    /// A workspace that is made when it is not there.
    ///
    /// @throws ProblemException if it is there and not usable, or cannot be made
    public Workspace openOrCreate(Path file) {
        return Files.exists(file) ? open(file) : create(file);
    }

    /// A new workspace, trusted on this machine.
    ///
    /// @throws ProblemException if the file is there already or cannot be made
    public Workspace create(Path file) {
        Workspace made = Workspace.create(file, clock);
        settings.update(present -> present.withTrusted(made.id(), made.path()));
        return made;
    }
}
