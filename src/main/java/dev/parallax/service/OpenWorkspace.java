package dev.parallax.service;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.settings.SettingsFile;
import dev.parallax.store.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;

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

    /// The workspace that is meant when none is named.
    public Path defaultFile() {
        return defaultFile;
    }

    /// The workspace that is meant when none is named, made when it is not there.
    public Workspace openDefault() {
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
        if (Files.exists(file)) {
            return open(file);
        }
        if (file.equals(defaultFile)) {
            makeFolder(defaultFile.toAbsolutePath().resolveSibling(""));
        }
        return create(file);
    }

    /// A new workspace, trusted on this machine.
    ///
    /// @throws ProblemException if the file is there already or cannot be made
    public Workspace create(Path file) {
        Workspace made = createToBeMoved(file);
        trust(made.id(), made.path());
        return made;
    }

    /// A new workspace at a passing place, not trusted before it is at its own.
    Workspace createToBeMoved(Path file) {
        return Workspace.create(file, clock);
    }

    /// Trusts the workspace with this id at this place.
    void trust(UUID id, Path file) {
        settings.update(present -> present.withTrusted(id, file));
    }

    /// The default place may not be there yet; a folder the user names must be.
    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.environment(
                            "data-folder-not-made",
                            "cannot make the folder " + folder,
                            failed.toString(),
                            "make it yourself, or name another workspace with --workspace"),
                    failed);
        }
    }
}
