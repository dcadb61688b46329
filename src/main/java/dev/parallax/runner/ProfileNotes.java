package dev.parallax.runner;

import dev.parallax.measure.CacheState;
import dev.parallax.measure.Network;
import dev.parallax.measure.Profile;
import java.util.ArrayList;
import java.util.List;

/// What a reader of a browser run's numbers has to know of how its profile was brought about.
final class ProfileNotes {
    private ProfileNotes() {}

    /// @param score of the machine, -1 if it was not measured
    static List<String> of(Profile profile, double score) {
        var notes = new ArrayList<String>();
        CpuScore.note(score, profile).ifPresent(notes::add);
        if (profile.cpuRate() > 1) {
            notes.add("workers are not slowed down: they run at the machine's own speed");
        }
        if (profile.network().method() == Network.Method.DEVTOOLS) {
            notes.add(
                    "DevTools throttling leaves the time to first byte, pop-ups, workers and frames of"
                            + " other sites as they are");
        }
        if (profile.cacheState() != CacheState.COLD) {
            notes.add(
                    "repeat views have the cache of the view before, and cookies and storage cleared");
        }
        return notes;
    }
}
