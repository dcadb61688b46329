package dev.parallax;

import dev.parallax.service.ListHosts;
import dev.parallax.service.ManageWorkspace;
import dev.parallax.settings.TrustState;
import dev.parallax.store.Workspace;
import dev.parallax.ui.checks.CheckUseCases;
import dev.parallax.ui.compare.CompareUseCases;
import dev.parallax.ui.compare.PairUseCases;
import dev.parallax.ui.journeys.JourneyUseCases;
import dev.parallax.ui.overview.OverviewUseCases;
import dev.parallax.ui.profiles.ProfileUseCases;
import dev.parallax.ui.realusers.RealUserUseCases;
import dev.parallax.ui.shell.Workbench;
import java.nio.file.Path;
import java.util.List;

/// One workspace that is open in the window: what each screen asks, and the schedule that runs
/// beside.
record WindowWorkbench(
        Workspace workspace,
        ManageWorkspace care,
        ListHosts hostList,
        WindowSchedule schedule,
        OverviewUseCases overview,
        JourneyUseCases journeys,
        CheckUseCases checks,
        ProfileUseCases profiles,
        RealUserUseCases realUsers,
        CompareUseCases compare,
        PairUseCases pairs)
        implements Workbench {

    @Override
    public Path file() {
        return workspace.path();
    }

    @Override
    public TrustState trust() {
        return care.isTrusted() ? TrustState.TRUSTED : TrustState.UNTRUSTED;
    }

    @Override
    public void giveTrust() {
        care.trust();
        schedule.start();
    }

    @Override
    public void whenCheckRan(Runnable listener) {
        schedule.whenCheckRan(listener);
    }

    @Override
    public List<String> hosts() {
        return hostList.hosts();
    }

    @Override
    public void close() {
        schedule.close();
        workspace.close();
    }
}
