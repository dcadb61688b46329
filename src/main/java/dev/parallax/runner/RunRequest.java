package dev.parallax.runner;

import dev.parallax.journey.Journey;
import dev.parallax.measure.CacheState;
import dev.parallax.measure.Profile;
import java.util.Optional;

/// What is to be run, and how.
///
/// @param journey the steps
/// @param revision of the journey, counted from 1
/// @param profile the conditions asked for
/// @param iterations how often the journey is walked, at least once
/// @param inputs variables and secrets
/// @param limits how long it may take
/// @param beacons whether the site's RUM may see the visitor
/// @param recording what is kept besides the numbers
/// @param remote the DevTools address of a browser that runs elsewhere, such as
///   `http://127.0.0.1:9222`; empty starts one here
public record RunRequest(
        Journey journey,
        int revision,
        Profile profile,
        int iterations,
        Inputs inputs,
        Limits limits,
        RumBeacons beacons,
        Recording recording,
        Optional<String> remote) {

    /// Whether beacons of real-user monitoring leave the browser of a run.
    public enum RumBeacons {
        /// Known collectors are unreachable, so that the run never counts as a real user.
        BLOCKED,
        /// Nothing is blocked.
        SENT
    }

    public RunRequest {
        if (revision < 1 || iterations < 1) {
            throw new IllegalArgumentException(
                    "revision and iterations are counted from 1: " + revision + ", " + iterations);
        }
    }

    /// How many walks the iterations are, where first and repeat views are both measured twice as
    /// many. An HTTP client has no cache.
    public int walks() {
        return journey.kind() == Journey.Kind.HTTP
                ? iterations
                : iterations * profile.cacheState().measured().size();
    }

    /// A request with the usual limits, no inputs, beacons blocked, and nothing recorded, for a
    /// browser of this machine.
    public static RunRequest of(Journey journey, int revision, Profile profile, int iterations) {
        return new RunRequest(
                journey,
                revision,
                profile,
                iterations,
                Inputs.NONE,
                Limits.usual(profile.cacheState() == CacheState.COLD ? iterations : 2 * iterations),
                RumBeacons.BLOCKED,
                Recording.NONE,
                Optional.empty());
    }

    public RunRequest withInputs(Inputs others) {
        return new RunRequest(
                journey, revision, profile, iterations, others, limits, beacons, recording, remote);
    }

    public RunRequest withLimits(Limits others) {
        return new RunRequest(
                journey, revision, profile, iterations, inputs, others, beacons, recording, remote);
    }

    public RunRequest withBeacons(RumBeacons others) {
        return new RunRequest(
                journey, revision, profile, iterations, inputs, limits, others, recording, remote);
    }

    public RunRequest withRecording(Recording other) {
        return new RunRequest(
                journey, revision, profile, iterations, inputs, limits, beacons, other, remote);
    }

    public RunRequest withRemote(Optional<String> address) {
        return new RunRequest(
                journey,
                revision,
                profile,
                iterations,
                inputs,
                limits,
                beacons,
                recording,
                address);
    }
}
