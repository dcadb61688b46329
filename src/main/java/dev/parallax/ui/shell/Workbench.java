package dev.parallax.ui.shell;

import dev.parallax.settings.TrustState;
import dev.parallax.ui.checks.CheckUseCases;
import dev.parallax.ui.compare.CompareUseCases;
import dev.parallax.ui.compare.PairUseCases;
import dev.parallax.ui.journeys.JourneyUseCases;
import dev.parallax.ui.overview.OverviewUseCases;
import dev.parallax.ui.profiles.ProfileUseCases;
import dev.parallax.ui.realusers.RealUserUseCases;
import java.nio.file.Path;
import java.util.List;

/// One open workspace: what each screen asks of it.
public interface Workbench extends AutoCloseable {

    /// The workspace's file.
    Path file();

    TrustState trust();

    /// Trusts the workspace from now on: its schedule may run.
    void giveTrust();

    /// The hosts its journeys would contact, in alphabetical order.
    List<String> hosts();

    /// Calls the listener, on any thread, whenever a check has run by itself; replaces the one
    /// before.
    void whenCheckRan(Runnable listener);

    OverviewUseCases overview();

    JourneyUseCases journeys();

    CheckUseCases checks();

    ProfileUseCases profiles();

    RealUserUseCases realUsers();

    CompareUseCases compare();

    PairUseCases pairs();

    /// Lets go of the file; waits for writes under way.
    @Override
    void close();
}
