package dev.parallax.service;

import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.schedule.Agenda;
import dev.parallax.schedule.Schedule;
import dev.parallax.store.CheckStore;
import dev.parallax.store.LeaseStore;
import dev.parallax.store.SlotStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Use case: runs the checks of a workspace on time, as long as it is told to.
///
/// Each slot is claimed in the workspace before its run starts and finished after the run is
/// stored, so it ends as exactly one result: nothing runs twice, nothing is silently missing. Slots
/// that passed while nobody was there are stored as not observed. A workspace has one agent at a
/// time.
public final class RunAgent {
    private static final Logger LOG = LoggerFactory.getLogger(RunAgent.class);
    private static final String JOB = "schedule";

    /// How late a slot may start and still count as itself.
    private static final Duration GRACE = Duration.ofMinutes(1);

    /// Checks are read again this often, so that a change in another window counts at once.
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Duration LEASE = Duration.ofSeconds(15);

    private final CheckStore checks;
    private final SlotStore slots;
    private final Attendance attendance;
    private final LeaseStore leases;
    private final RunJourney runs;
    private final ManageWorkspace workspace;
    private final InstantSource clock;
    private final String owner = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();

    /// @param workspace knows whether it is trusted, and what of it is kept for how long
    public RunAgent(
            CheckStore checks,
            SlotStore slots,
            LeaseStore leases,
            RunJourney runs,
            ManageWorkspace workspace,
            InstantSource clock) {
        this.checks = checks;
        this.slots = slots;
        this.attendance = new Attendance(slots);
        this.leases = leases;
        this.runs = runs;
        this.workspace = workspace;
        this.clock = clock;
    }

    /// A slot that has its result.
    ///
    /// @param check its name
    /// @param due when it should have started
    /// @param run the stored run; empty if there was none
    /// @param reason why it ended like that; empty if there is nothing to say
    public record FinishedSlot(
            String check,
            Instant due,
            RunStatus status,
            Optional<UUID> run,
            Optional<String> reason) {}

    /// Runs the checks until the time is up or the progress is cancelled; then waits for the runs
    /// under way (cancelling ends them at once).
    ///
    /// @param length how long; empty without end
    /// @param finished hears each slot after its result is stored, from several threads, one at a
    ///   time
    /// @throws ProblemException if the workspace is not trusted here, or another agent works on it
    public void run(Optional<Duration> length, Consumer<FinishedSlot> finished, Progress progress) {
        if (!workspace.isTrusted()) {
            throw new ProblemException(
                    Problem.usage(
                            "workspace-untrusted",
                            "the schedule of this workspace does not run",
                            "it was not made on this machine and is not trusted on it",
                            "look at its journeys, then trust it: `parallax workspace trust`"));
        }
        if (!leases.take(JOB, owner, LEASE)) {
            throw new ProblemException(
                    Problem.environment(
                            "agent-already-running",
                            "the schedule of this workspace is running already",
                            "another window or agent has it",
                            "close that one, or wait a quarter of a minute if it crashed"));
        }
        var cancelled = new CountDownLatch(1);
        progress.onCancel(cancelled::countDown);
        Optional<Instant> end = length.map(clock.instant()::plus);
        Consumer<FinishedSlot> oneAtATime = oneAtATime(finished);
        var retention = new Retention(workspace, clock, busy::isEmpty);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            slots.endThoseOfOthers(owner, "the program ended while the run was under way");
            Predicate<Instant> isOver = now -> end.filter(last -> !now.isBefore(last)).isPresent();
            while (!progress.isCancelled() && !isOver.test(clock.instant())) {
                leases.take(JOB, owner, LEASE);
                Instant next = look(threads, oneAtATime, progress);
                retention.look(threads);
                if (await(cancelled, until(next, end))) {
                    break;
                }
            }
            retention.end();
        } finally {
            leases.giveBack(JOB, owner);
        }
    }

    /// Starts what is due and writes off what was missed.
    ///
    /// @return when the next slot is due
    private Instant look(
            ExecutorService threads, Consumer<FinishedSlot> finished, Progress progress) {
        Instant now = clock.instant();
        Instant next = now.plus(LOOK);
        for (CheckStore.Stored check : checks.list()) {
            if (check.plan().activity() == CheckStore.Activity.PAUSED
                    || busy.contains(check.id())) {
                continue;
            }
            Schedule schedule = Schedule.parse(check.plan().schedule());
            Agenda agenda = Agenda.at(schedule, attendance.last(check), now, GRACE);
            agenda.missed().ifPresent(missed -> miss(check, missed, finished));
            agenda.due()
                    .filter(slot -> slots.claim(check.id(), slot.due(), owner))
                    .ifPresent(slot -> {
                        busy.add(check.id());
                        threads.execute(() -> run(check, slot.due(), finished, progress));
                    });
            if (agenda.next().due().isBefore(next)) {
                next = agenda.next().due();
            }
        }
        return next;
    }

    private void miss(
            CheckStore.Stored check, Agenda.Missed missed, Consumer<FinishedSlot> finished) {
        for (Instant due : attendance.writeOff(check, missed)) {
            finished.accept(
                    new FinishedSlot(
                            check.plan().name(),
                            due,
                            RunStatus.NOT_OBSERVED,
                            Optional.empty(),
                            Optional.of(Attendance.ABSENT)));
        }
    }

    private void run(
            CheckStore.Stored check,
            Instant due,
            Consumer<FinishedSlot> finished,
            Progress progress) {
        try {
            SlotStore.Outcome outcome = outcome(check.plan(), progress);
            if (slots.finish(check.id(), due, owner, outcome)) {
                finished.accept(
                        new FinishedSlot(
                                check.plan().name(),
                                due,
                                outcome.status(),
                                outcome.run(),
                                Optional.of(outcome.note()).filter(note -> !note.isEmpty())));
            }
        } catch (RuntimeException lost) {
            // The edge of a thread: the slot stays claimed and ends as not observed at the next
            // start
            LOG.error("the slot {} of check {} has no result", due, check.plan().name(), lost);
        } finally {
            busy.remove(check.id());
        }
    }

    private SlotStore.Outcome outcome(CheckStore.Plan plan, Progress progress) {
        try {
            var order = new RunJourney.Order(plan.journey(), plan.profile().id(), 1, Map.of());
            Run run = runs.run(order, plan.profile(), progress);
            return new SlotStore.Outcome(
                    run.status(),
                    Optional.of(run.id()),
                    run.problem().map(Problem::oneLine).orElse(""));
        } catch (ProblemException refused) {
            return new SlotStore.Outcome(
                    RunStatus.NOT_OBSERVED, Optional.empty(), refused.problem().oneLine());
        }
    }

    private static Consumer<FinishedSlot> oneAtATime(Consumer<FinishedSlot> finished) {
        var turn = new Object();
        return slot -> {
            synchronized (turn) {
                finished.accept(slot);
            }
        };
    }

    private Duration until(Instant next, Optional<Instant> end) {
        Instant wake = end.filter(next::isAfter).orElse(next);
        return Duration.between(clock.instant(), wake);
    }

    /// Waits, unless there is nothing to wait for.
    ///
    /// @return true if the agent is to stop
    private static boolean await(CountDownLatch cancelled, Duration length) {
        try {
            return cancelled.await(Math.max(1, length.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
