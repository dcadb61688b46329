package dev.parallax.ui.checks;

import dev.parallax.measure.Profile;
import dev.parallax.measure.Run;
import dev.parallax.measure.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// What the checks screen asks of the product. All of it blocks and may throw a
/// [dev.parallax.problem.ProblemException].
public interface CheckUseCases {

    /// A check that runs by itself.
    ///
    /// @param name by which it is paused, resumed and removed
    /// @param profile its name, for people
    /// @param rhythm when it runs, in words: `every 5 min`
    /// @param next when it runs next, empty while it is paused
    record Scheduled(
            String name, String journey, String profile, String rhythm, Optional<Instant> next) {

        boolean isPaused() {
            return next.isEmpty();
        }
    }

    /// A check to be made.
    ///
    /// @param profile the id of a preset or of an own profile
    record Wish(String journey, String profile, Duration every) {}

    /// A run in the history.
    ///
    /// @param profile the name of the profile it was made under
    record Past(
            UUID id,
            String journey,
            String profile,
            RunStatus status,
            boolean tainted,
            Instant started,
            Duration took) {}

    /// A run in detail.
    ///
    /// @param detailsRemovedAfterDays when its pictures and requests were removed; empty if not
    record Shown(Run run, OptionalInt detailsRemovedAfterDays) {}

    List<Scheduled> scheduled();

    void add(Wish wish);

    void pause(String name);

    void resume(String name);

    void remove(String name);

    /// The newest runs, newest first.
    List<Past> latest(int most);

    Shown show(UUID run);

    /// The profiles a check can run under, own ones first.
    List<Profile> profiles();

    /// The names of the journeys a check can be made of.
    List<String> journeys();
}
