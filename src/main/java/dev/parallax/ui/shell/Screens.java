package dev.parallax.ui.shell;

import dev.parallax.measure.Run;
import dev.parallax.ui.checks.ChecksModel;
import dev.parallax.ui.checks.ChecksView;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.View;
import dev.parallax.ui.compare.CompareModel;
import dev.parallax.ui.compare.CompareUseCases.LabPage;
import dev.parallax.ui.compare.CompareView;
import dev.parallax.ui.compare.FieldPairModel;
import dev.parallax.ui.compare.LabPairModel;
import dev.parallax.ui.journeys.JourneysModel;
import dev.parallax.ui.journeys.JourneysView;
import dev.parallax.ui.overview.OverviewModel;
import dev.parallax.ui.overview.OverviewModel.Missing;
import dev.parallax.ui.overview.OverviewView;
import dev.parallax.ui.profiles.ProfilesDialog;
import dev.parallax.ui.profiles.ProfilesModel;
import dev.parallax.ui.realusers.RealUsersModel;
import dev.parallax.ui.realusers.RealUsersView;
import dev.parallax.ui.realusers.Tab;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/// The screens of one open workspace, made when they are first visited, and the ways between them.
/// Only here do screens meet.
final class Screens {
    private final Map<Place, View> made = new EnumMap<>(Place.class);
    private final Background background;
    private final Problems problems;
    private final Consumer<Place> go;
    private final OverviewModel overview;
    private final JourneysModel journeys;
    private final ChecksModel checks;
    private final ProfilesModel profiles;
    private final RealUsersModel realUsers;
    private final CompareModel compare;
    private final LabPairModel runs;
    private final FieldPairModel users;

    /// @param go shows a place
    Screens(Workbench workbench, Background background, Problems problems, Consumer<Place> go) {
        this.background = background;
        this.problems = problems;
        this.go = go;
        overview = new OverviewModel(workbench.overview(), background, problems);
        journeys = new JourneysModel(workbench.journeys(), background, problems);
        checks = new ChecksModel(workbench.checks(), background, problems);
        profiles = new ProfilesModel(workbench.profiles(), background, problems);
        realUsers = new RealUsersModel(workbench.realUsers(), background, problems);
        compare = new CompareModel(workbench.compare(), background, problems);
        runs = new LabPairModel(workbench.compare(), workbench.pairs(), background, problems);
        users = new FieldPairModel(workbench.compare(), workbench.pairs(), background, problems);
        realUsers
                .pages()
                .onRecord((url, name) -> {
                    journeys.wishFor(url, name);
                    go.accept(Place.JOURNEYS);
                });
    }

    View at(Place place) {
        return made.computeIfAbsent(place, this::make);
    }

    /// Shows a part of the real users.
    void showRealUsers(Tab tab) {
        realUsers.turnTo(tab);
        go.accept(Place.REAL_USERS);
    }

    private View make(Place place) {
        return switch (place) {
            case OVERVIEW -> new OverviewView(overview, ways());
            case JOURNEYS -> new JourneysView(journeys, this::showRun);
            case CHECKS ->
                    new ChecksView(
                            checks,
                            () -> go.accept(Place.JOURNEYS),
                            (owner, closed) -> new ProfilesDialog(owner, profiles).show(closed));
            case REAL_USERS -> new RealUsersView(realUsers, background, problems);
            case COMPARE ->
                    new CompareView(
                            new CompareView.Models(compare, runs, users),
                            background,
                            problems,
                            compareWays());
        };
    }

    private CompareView.Ways compareWays() {
        return new CompareView.Ways() {
            @Override
            public void toRealUsers() {
                go.accept(Place.REAL_USERS);
            }

            @Override
            public void toJourneys() {
                go.accept(Place.JOURNEYS);
            }

            @Override
            public void toPageViews(CompareView.PickedViews views) {
                realUsers.open(views.dataset(), views.segment(), views.metric(), views.brush());
                go.accept(Place.REAL_USERS);
            }
        };
    }

    private OverviewView.Ways ways() {
        return new OverviewView.Ways(
                this::add,
                comparison -> {
                    compare.open(new LabPage(comparison.lab().journey(), comparison.lab().page()));
                    go.accept(Place.COMPARE);
                },
                run -> {
                    checks.open(run.id());
                    go.accept(Place.CHECKS);
                });
    }

    /// Goes to where what is missing is made.
    private void add(Missing missing) {
        if (missing == Missing.PAGE) {
            realUsers.tab().set(Tab.PAGES);
        }
        go.accept(
                switch (missing) {
                    case JOURNEY, RUN -> Place.JOURNEYS;
                    case DATASET, PAGE -> Place.REAL_USERS;
                    case CHECK -> Place.CHECKS;
                });
    }

    private void showRun(Run run) {
        checks.open(run.id());
        go.accept(Place.CHECKS);
    }
}
