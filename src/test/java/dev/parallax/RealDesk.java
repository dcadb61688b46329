package dev.parallax;

import dev.parallax.progress.Progress;
import dev.parallax.settings.Folders;
import dev.parallax.ui.shell.Desk;
import dev.parallax.ui.shell.DesktopApp;
import java.nio.file.Path;
import java.util.Optional;

/// The product's own desk for programs beside the tests, which live in other packages than the
/// wiring.
public final class RealDesk {
    private final Wiring wiring;

    /// @param folders where settings and the demo are kept
    public RealDesk(Folders folders) {
        wiring = new Wiring(folders);
    }

    public Desk desk() {
        return wiring.desk();
    }

    /// The demo workspace, made if it is not there.
    public Path demo() throws Exception {
        Optional<DesktopApp.Making> making = wiring.demoAtFirstStart();
        return making.isPresent()
                ? making.get().work().run(Progress.NONE)
                : wiring.firstWorkspace();
    }
}
