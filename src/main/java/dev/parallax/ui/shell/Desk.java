package dev.parallax.ui.shell;

import dev.parallax.settings.Settings;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/// What the window asks of the product outside any workspace. All of it blocks and may throw a
/// [dev.parallax.problem.ProblemException].
public interface Desk {

    Settings settings();

    /// Changes the settings for good.
    ///
    /// @return the settings that hold from now on
    Settings change(UnaryOperator<Settings> change);

    /// Opens a workspace and puts it first among the recent ones.
    Workbench open(Path file);

    /// Makes a new workspace, which is trusted, and opens it.
    Workbench create(Path file);
}
