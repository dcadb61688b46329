package dev.parallax.service;

import dev.parallax.schedule.Agenda;
import dev.parallax.schedule.Schedule;
import dev.parallax.store.CheckStore;
import dev.parallax.store.SlotStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Knows up to when the slots of a check are accounted for, and writes off those that passed while
/// nobody was there.
final class Attendance {
    static final String ABSENT = "nobody was there: Parallax was closed, asleep or busy";

    private final SlotStore slots;

    Attendance(SlotStore slots) {
        this.slots = slots;
    }

    /// The last slot that has a result or a run under way; when the check was added or resumed if
    /// there is none since.
    Instant last(CheckStore.Stored check) {
        return slots.latest(check.id(), 1).stream()
                .map(SlotStore.Slot::due)
                .filter(check.activeSince()::isBefore)
                .findFirst()
                .orElse(check.activeSince());
    }

    /// Stores slots as not observed.
    ///
    /// @return those that had no result before, in order
    List<Instant> writeOff(CheckStore.Stored check, Agenda.Missed missed) {
        Schedule schedule = Schedule.parse(check.plan().schedule());
        var written = new ArrayList<Instant>();
        Instant due = missed.first().due();
        while (!due.isAfter(missed.last().due())) {
            if (slots.miss(check.id(), due, ABSENT)) {
                written.add(due);
            }
            due = schedule.next(due).due();
        }
        return written;
    }
}
