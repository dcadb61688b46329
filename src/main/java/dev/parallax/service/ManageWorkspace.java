package dev.parallax.service;

import dev.parallax.problem.ProblemException;
import dev.parallax.settings.SettingsFile;
import dev.parallax.settings.TrustState;
import dev.parallax.store.Workspace;
import dev.parallax.store.WorkspaceFacts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Use case: looks after one workspace: what is in it, whether it is sound, a copy, its size, its
/// trust.
public final class ManageWorkspace {
    /// Half a million waterfalls, or twenty thousand with a film each: a file that can be copied.
    private static final long MOST_DETAIL_BYTES = 2L << 30;

    private final Workspace workspace;
    private final SettingsFile settings;

    public ManageWorkspace(Workspace workspace, SettingsFile settings) {
        this.workspace = workspace;
        this.settings = settings;
    }

    /// Counts and sizes, and the trust.
    public WorkspaceOverview overview() {
        WorkspaceFacts facts = workspace.facts();
        WorkspaceFacts.Counts counts = facts.counts();
        return new WorkspaceOverview(
                facts.path(),
                facts.id(),
                facts.version(),
                facts.created(),
                facts.sizes().fileBytes(),
                facts.sizes().unusedBytes(),
                new WorkspaceOverview.Counts(
                        counts.journeys(),
                        counts.checks(),
                        counts.runs(),
                        counts.dataSets(),
                        counts.pageViews()),
                isTrusted());
    }

    /// Whether the workspace may act on this machine.
    public boolean isTrusted() {
        return settings.read().settings().trust(workspace.id(), workspace.path())
                == TrustState.TRUSTED;
    }

    /// Removes screenshots, films and waterfalls that are older than the user's settings say, and
    /// the oldest of what takes more than 2 GB; the numbers stay. Leaves alone what a stranger
    /// made, and the demo, whose pictures are what it is for.
    ///
    /// @param goesOn asked before each small transaction: may wait for a better moment, or end it
    /// @return how many runs lost them
    int forgetOldDetails(Instant now, BooleanSupplier goesOn) {
        if (!isTrusted() || workspace.isDemo()) {
            return 0;
        }
        int days = settings.read().settings().retentionDays();
        int old = workspace.runs().forgetDetailsAfter(days, now, goesOn);
        return old + workspace.runs().forgetDetailsBeyond(MOST_DETAIL_BYTES, now, goesOn);
    }

    /// Looks for damage.
    ///
    /// @return what is wrong, a line each; empty if the file is sound
    public List<String> verify() {
        return workspace.verify();
    }

    /// Copies the workspace, in use or not, into a new file.
    ///
    /// @throws ProblemException if the file exists or cannot be written
    public void backUp(Path file) {
        workspace.backUp(file);
    }

    /// Gives unused space back to the disk.
    ///
    /// @return bytes given back
    public long compact() {
        return workspace.compact();
    }

    /// Lets the workspace act on this machine: its schedule runs, its journeys get secrets.
    public void trust() {
        settings.update(present -> present.withTrusted(workspace.id(), workspace.path()));
    }
}
