package dev.parallax.service;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.store.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Use case: makes a demo workspace and its report in a folder.
///
/// The workspace is made beside the old one and takes its place when it is whole, so a demo that
/// fails leaves the last one as it was. A workspace that no demo made is never replaced.
public final class MakeDemo {
    /// The workspace's file name in the demo's folder.
    public static final String WORKSPACE = "demo.parallax";

    /// Twice what a verdict needs.
    public static final int USUAL_ITERATIONS = 12;

    private static final String REPORT = "report.html";

    private final OpenWorkspace workspaces;
    private final Path defaultFolder;
    private final Function<Workspace, PlayDemo> players;

    /// @param defaultFolder where the demo goes when nobody says
    /// @param players plays the story in a given workspace
    public MakeDemo(
            OpenWorkspace workspaces, Path defaultFolder, Function<Workspace, PlayDemo> players) {
        this.workspaces = workspaces;
        this.defaultFolder = defaultFolder;
        this.players = players;
    }

    /// What was made, and where.
    public record Made(Path workspace, Path report, PlayDemo.Story story) {}

    /// Makes the demo.
    ///
    /// @param folder made if it is not there; empty takes the default
    /// @param iterations of each journey, at least 6
    /// @throws ProblemException if a workspace is in the way that no demo made, or the machine
    ///   lacks something; nothing is changed then
    public Made make(Optional<Path> folder, int iterations, Progress progress) {
        Path target = folder.orElse(defaultFolder).toAbsolutePath().normalize();
        Path workspace = target.resolve(WORKSPACE);
        try {
            Files.createDirectories(target);
            refuseForeign(workspace);
            Path fresh = target.resolve(WORKSPACE + ".new");
            delete(fresh);
            Played played = play(fresh, target.resolve(REPORT), iterations, progress);
            delete(workspace);
            Files.move(fresh, workspace, StandardCopyOption.ATOMIC_MOVE);
            workspaces.trust(played.id(), workspace);
            return new Made(workspace, target.resolve(REPORT), played.story());
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.environment(
                            "demo-not-written",
                            "cannot write the demo to " + target,
                            failed.toString(),
                            "choose another folder with --out"),
                    failed);
        }
    }

    private record Played(UUID id, PlayDemo.Story story) {}

    private Played play(Path fresh, Path report, int iterations, Progress progress)
            throws IOException {
        boolean whole = false;
        try (Workspace made = workspaces.createToBeMoved(fresh)) {
            made.markAsDemo();
            PlayDemo player = players.apply(made);
            PlayDemo.Story story = player.play(iterations, progress);
            player.report(story, report);
            whole = true;
            return new Played(made.id(), story);
        } finally {
            if (!whole) {
                delete(fresh);
            }
        }
    }

    private void refuseForeign(Path workspace) {
        if (!Files.exists(workspace)) {
            return;
        }
        try (Workspace existing = workspaces.open(workspace)) {
            if (!existing.isDemo()) {
                throw new ProblemException(
                        Problem.usage(
                                "demo-workspace-foreign",
                                "cannot replace " + workspace,
                                "it was not made by the demo and may hold real work",
                                "choose another folder with --out"));
            }
        }
    }

    /// A closed workspace is one file; the others are there only after a crash.
    private static void delete(Path workspace) throws IOException {
        for (String suffix : new String[] {"", "-wal", "-shm", "-ballast"}) {
            Files.deleteIfExists(workspace.resolveSibling(workspace.getFileName() + suffix));
        }
    }
}
