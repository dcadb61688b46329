package dev.parallax.schedule;

import java.time.Instant;

/// One moment at which a check is due. The moment identifies the slot: it lies on its schedule's
/// fixed grid, however late the slot is run.
public record Slot(Instant due) {}
