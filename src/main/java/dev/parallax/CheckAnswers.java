package dev.parallax;

import dev.parallax.measure.Profile;
import dev.parallax.schedule.Schedule;
import dev.parallax.service.JourneySummary;
import dev.parallax.service.ManageJourneys;
import dev.parallax.service.ManageProfiles;
import dev.parallax.service.ReadRuns;
import dev.parallax.service.ScheduleChecks;
import dev.parallax.ui.checks.CheckUseCases;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// What the checks screen shows and does, with the use cases of one workspace.
record CheckAnswers(
        ScheduleChecks checks,
        ManageJourneys journeyList,
        ReadRuns runs,
        ManageProfiles profileList)
        implements CheckUseCases {

    @Override
    public List<Scheduled> scheduled() {
        return checks.list().stream()
                .map(check ->
                        new Scheduled(
                                check.name(),
                                check.journey(),
                                check.profile().name(),
                                check.schedule(),
                                check.next()))
                .toList();
    }

    @Override
    public void add(Wish wish) {
        checks.add(
                new ScheduleChecks.Order(
                        freeName(wish.journey()),
                        wish.journey(),
                        wish.profile(),
                        new Schedule.Every(wish.every())));
    }

    /// The journey's name, numbered from the second check of the same journey on.
    private String freeName(String journey) {
        Set<String> taken =
                checks.list().stream()
                        .map(check -> check.name())
                        .collect(Collectors.toCollection(HashSet::new));
        String name = journey;
        for (int number = 2; taken.contains(name); number++) {
            name = journey + " " + number;
        }
        return name;
    }

    @Override
    public void pause(String name) {
        checks.pause(name);
    }

    @Override
    public void resume(String name) {
        checks.resume(name);
    }

    @Override
    public void remove(String name) {
        checks.remove(name);
    }

    @Override
    public List<Past> latest(int most) {
        return runs.latest(most).stream()
                .map(run ->
                        new Past(
                                run.id(),
                                run.journey(),
                                run.profile(),
                                run.status(),
                                run.tainted(),
                                run.started(),
                                run.took()))
                .toList();
    }

    @Override
    public Shown show(UUID run) {
        return new Shown(runs.show(run), runs.detailsRemovedAfterDays(run));
    }

    @Override
    public List<Profile> profiles() {
        return profileList.all();
    }

    @Override
    public List<String> journeys() {
        return journeyList.list().stream().map(JourneySummary::name).toList();
    }
}
