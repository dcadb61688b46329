package dev.parallax.ui.shell;

import dev.parallax.settings.TrustState;
import dev.parallax.ui.checks.CheckUseCases;
import dev.parallax.ui.compare.CompareUseCases;
import dev.parallax.ui.compare.PairUseCases;
import dev.parallax.ui.compare.PaperPairs;
import dev.parallax.ui.journeys.JourneyUseCases;
import dev.parallax.ui.overview.OverviewUseCases;
import dev.parallax.ui.profiles.PaperProfiles;
import dev.parallax.ui.profiles.ProfileUseCases;
import dev.parallax.ui.realusers.RealUserUseCases;
import java.nio.file.Path;
import java.util.List;

/// A workbench on paper: it keeps everything in memory and runs a journey by making up its result,
/// so that screens can be tried without browser and database.
public final class PaperWorkbench implements Workbench {
    private final Path file;
    private final PaperContents contents;
    private TrustState trust;

    private PaperWorkbench(Path file, TrustState trust, PaperContents contents) {
        this.file = file;
        this.trust = trust;
        this.contents = contents;
    }

    /// Nothing in it.
    public static PaperWorkbench empty(Path file) {
        return new PaperWorkbench(file, TrustState.TRUSTED, PaperContents.empty());
    }

    /// Two journeys, a few runs and so many page views.
    public static PaperWorkbench full(Path file, TrustState trust, int views) {
        return new PaperWorkbench(file, trust, PaperContents.full(views));
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public TrustState trust() {
        return trust;
    }

    @Override
    public void giveTrust() {
        trust = TrustState.TRUSTED;
    }

    @Override
    public List<String> hosts() {
        return List.of("shop.example");
    }

    @Override
    public void whenCheckRan(Runnable listener) {}

    @Override
    public void close() {}

    @Override
    public OverviewUseCases overview() {
        return new PaperOverview(contents, compare());
    }

    @Override
    public JourneyUseCases journeys() {
        return new PaperJourneyList(contents);
    }

    @Override
    public CheckUseCases checks() {
        return new PaperChecks(contents);
    }

    @Override
    public ProfileUseCases profiles() {
        return new PaperProfiles();
    }

    @Override
    public RealUserUseCases realUsers() {
        return new PaperRealUsers(contents);
    }

    @Override
    public CompareUseCases compare() {
        return new PaperCompare(contents);
    }

    @Override
    public PairUseCases pairs() {
        return new PaperPairs(compare());
    }
}
