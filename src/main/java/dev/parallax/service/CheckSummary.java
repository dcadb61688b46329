package dev.parallax.service;

import dev.parallax.measure.Profile;
import dev.parallax.measure.RunStatus;
import java.time.Instant;
import java.util.Optional;

/// A check in a list.
///
/// @param schedule as text: `every 5m`
/// @param isPaused whether it waits to be resumed
/// @param last how its newest slot ended; empty before the first
/// @param next when it is due next, as long as the window or the agent is open; empty while paused
public record CheckSummary(
        String name,
        String journey,
        Profile profile,
        String schedule,
        boolean isPaused,
        Optional<RunStatus> last,
        Optional<Instant> next) {}
