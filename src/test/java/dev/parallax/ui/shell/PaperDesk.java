package dev.parallax.ui.shell;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.settings.Settings;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/// A desk on paper: settings in memory and one workbench.
final class PaperDesk implements Desk {
    private final PaperWorkbench workbench;
    private Settings settings = Settings.DEFAULT;

    PaperWorkbench workbench() {
        return workbench;
    }

    PaperDesk(PaperWorkbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public Settings change(UnaryOperator<Settings> change) {
        settings = change.apply(settings);
        return settings;
    }

    @Override
    public Workbench open(Path file) {
        if (!file.equals(workbench.file())) {
            throw new ProblemException(
                    Problem.usage(
                            "workspace-missing",
                            "cannot open " + file,
                            "there is no such file",
                            "choose another"));
        }
        settings = settings.withRecent(file);
        return workbench;
    }

    @Override
    public Workbench create(Path file) {
        return PaperWorkbench.empty(file);
    }
}
