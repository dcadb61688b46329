package dev.parallax.service;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.schedule.Agenda;
import dev.parallax.schedule.Schedule;
import dev.parallax.store.CheckStore;
import dev.parallax.store.SlotStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Use case: which journeys run by themselves, and when.
public final class ScheduleChecks {
    private final CheckStore checks;
    private final SlotStore slots;
    private final InstantSource clock;
    private final ManageProfiles profiles;

    public ScheduleChecks(
            CheckStore checks, SlotStore slots, InstantSource clock, ManageProfiles profiles) {
        this.checks = checks;
        this.slots = slots;
        this.clock = clock;
        this.profiles = profiles;
    }

    /// A check to be made.
    ///
    /// @param name unique in the workspace
    /// @param journey its name
    /// @param profile the id of a preset or of an own profile
    public record Order(String name, String journey, String profile, Schedule schedule) {}

    /// Adds a check that runs from now on.
    ///
    /// @throws ProblemException if the name is taken, or there is no such journey or profile
    public CheckSummary add(Order order) {
        return add(order, CheckStore.Activity.ACTIVE);
    }

    /// Adds a check that waits to be resumed.
    ///
    /// @throws ProblemException as [#add]
    public CheckSummary addPaused(Order order) {
        return add(order, CheckStore.Activity.PAUSED);
    }

    private CheckSummary add(Order order, CheckStore.Activity activity) {
        return summary(
                checks.add(
                        new CheckStore.Plan(
                                order.name(),
                                order.journey(),
                                profiles.profile(order.profile()),
                                order.schedule().text(),
                                activity)));
    }

    /// All checks, by name.
    public List<CheckSummary> list() {
        return checks.list().stream().map(this::summary).toList();
    }

    /// Stops a check from running by itself. Slots that nobody was there for up to now are stored
    /// as not observed: those behind now are not due at all.
    ///
    /// @throws ProblemException if there is none of this name
    public void pause(String name) {
        checks.find(name)
                .filter(check -> check.plan().activity() == CheckStore.Activity.ACTIVE)
                .ifPresent(this::writeOffMissed);
        require(checks.setActivity(name, CheckStore.Activity.PAUSED), name);
    }

    /// Lets a paused check go on with its next slot; those that passed meanwhile are not made up
    /// for.
    ///
    /// @throws ProblemException if there is none of this name
    public void resume(String name) {
        require(checks.setActivity(name, CheckStore.Activity.ACTIVE), name);
    }

    /// Removes a check; its runs stay.
    ///
    /// @throws ProblemException if there is none of this name
    public void remove(String name) {
        require(checks.remove(name), name);
    }

    private void writeOffMissed(CheckStore.Stored check) {
        var attendance = new Attendance(slots);
        Schedule schedule = Schedule.parse(check.plan().schedule());
        Agenda.at(schedule, attendance.last(check), clock.instant(), Duration.ZERO)
                .missed()
                .ifPresent(missed -> attendance.writeOff(check, missed));
    }

    private CheckSummary summary(CheckStore.Stored check) {
        CheckStore.Plan plan = check.plan();
        boolean paused = plan.activity() == CheckStore.Activity.PAUSED;
        Optional<Instant> next =
                paused
                        ? Optional.empty()
                        : Optional.of(Schedule.parse(plan.schedule()).next(clock.instant()).due());
        return new CheckSummary(
                plan.name(),
                plan.journey(),
                plan.profile(),
                plan.schedule(),
                paused,
                slots.latest(check.id(), 1).stream().findFirst().flatMap(SlotStore.Slot::status),
                next);
    }

    private void require(boolean found, String name) {
        if (!found) {
            String names =
                    checks.list().stream()
                            .map(check -> check.plan().name())
                            .limit(12)
                            .collect(Collectors.joining("\", \""));
            throw new ProblemException(
                    Problem.usage(
                            "check-unknown",
                            "there is no check \"" + name + "\"",
                            names.isEmpty()
                                    ? "this workspace has none yet"
                                    : "this workspace has \"" + names + "\"",
                            "`parallax check list` shows them"));
        }
    }
}
