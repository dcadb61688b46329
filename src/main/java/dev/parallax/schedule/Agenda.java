package dev.parallax.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What is to be done about a check at one moment: nothing, run a slot, write slots off.
///
/// Every slot since the last finished one is either due or missed, so none is ever lost and none
/// comes twice. At most one is due: after an absence the newest, if it is not later than the grace
/// allows; to catch up on the others in a burst would measure nothing but the burst.
///
/// @param due to be run now
/// @param missed to be stored as not observed
/// @param next when to look again, the next slot behind the moment
public record Agenda(Optional<Slot> due, Optional<Missed> missed, Slot next) {

    /// Slots that passed without a run.
    ///
    /// @param first the earliest
    /// @param last the latest
    /// @param count all of them, at least one
    public record Missed(Slot first, Slot last, long count) {
        public Missed {
            if (count < 1 || first.due().isAfter(last.due())) {
                throw new IllegalArgumentException(
                        "not slots: " + count + " from " + first + " to " + last);
            }
        }
    }

    /// What is to be done now.
    ///
    /// @param lastFinished the due time of the last slot that has a result, or when the check was
    ///   added; if it lies ahead (the clock was set back), nothing is to be done until it has
    ///   passed again
    /// @param now the moment
    /// @param grace how late a slot may start and still count as itself; not negative
    public static Agenda at(Schedule schedule, Instant lastFinished, Instant now, Duration grace) {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("grace is negative: " + grace);
        }
        Instant behind = now.isAfter(lastFinished) ? now : lastFinished;
        Slot next = schedule.next(behind);
        Slot first = schedule.next(lastFinished);
        if (first.due().isAfter(now)) {
            return new Agenda(Optional.empty(), Optional.empty(), next);
        }
        Slot newest = latest(schedule, now);
        long count = schedule.count(lastFinished, newest.due());
        if (newest.due().plus(grace).isBefore(now)) {
            return new Agenda(
                    Optional.empty(), Optional.of(new Missed(first, newest, count)), next);
        }
        if (count == 1) {
            return new Agenda(Optional.of(newest), Optional.empty(), next);
        }
        Slot before = latest(schedule, newest.due().minusNanos(1));
        return new Agenda(
                Optional.of(newest), Optional.of(new Missed(first, before, count - 1)), next);
    }

    /// The latest slot up to a moment. Schedules only look forwards, so this starts ever further
    /// back.
    private static Slot latest(Schedule schedule, Instant until) {
        Duration back = Duration.ofMinutes(1);
        Slot slot = schedule.next(until.minus(back));
        while (slot.due().isAfter(until)) {
            back = back.multipliedBy(2);
            slot = schedule.next(until.minus(back));
        }
        for (Slot later = schedule.next(slot.due());
                !later.due().isAfter(until);
                later = schedule.next(slot.due())) {
            slot = later;
        }
        return slot;
    }
}
