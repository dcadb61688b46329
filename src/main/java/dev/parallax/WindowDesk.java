package dev.parallax;

import dev.parallax.service.OpenWorkspace;
import dev.parallax.settings.Settings;
import dev.parallax.settings.SettingsFile;
import dev.parallax.store.Workspace;
import dev.parallax.ui.shell.Desk;
import dev.parallax.ui.shell.Workbench;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// What the window asks outside any workspace: settings, and workspaces to open.
record WindowDesk(
        SettingsFile settingsFile,
        OpenWorkspace workspaces,
        Function<Workspace, Workbench> workbenches)
        implements Desk {

    @Override
    public Settings settings() {
        return settingsFile.read().settings();
    }

    @Override
    public Settings change(UnaryOperator<Settings> change) {
        return settingsFile.update(change);
    }

    @Override
    public Workbench open(Path file) {
        return remembered(workspaces.openOrCreate(file));
    }

    @Override
    public Workbench create(Path file) {
        return remembered(workspaces.create(file));
    }

    private Workbench remembered(Workspace workspace) {
        settingsFile.update(settings -> settings.withRecent(workspace.path()));
        return workbenches.apply(workspace);
    }
}
