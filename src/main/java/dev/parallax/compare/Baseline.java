package dev.parallax.compare;

import dev.parallax.measure.Profile;
import dev.parallax.rum.TimeWindow;
import java.util.Optional;
import java.util.OptionalInt;

/// Which synthetic runs stand for the lab.
///
/// @param journey its name
/// @param page the name of a page mark: the step that is compared
/// @param profile only runs under its numbers count
/// @param revision only runs of this revision of the journey, counted from 1; empty takes all
/// @param window only runs that started in it; empty takes the newest
public record Baseline(
        String journey,
        String page,
        Profile profile,
        OptionalInt revision,
        Optional<TimeWindow> window) {

    /// The newest runs, whatever their revision.
    public static Baseline newest(String journey, String page, Profile profile) {
        return new Baseline(journey, page, profile, OptionalInt.empty(), Optional.empty());
    }

    public Baseline withProfile(Profile other) {
        return new Baseline(journey, page, other, revision, window);
    }

    public Baseline withRevision(OptionalInt other) {
        return new Baseline(journey, page, profile, other, window);
    }

    public Baseline withWindow(Optional<TimeWindow> other) {
        return new Baseline(journey, page, profile, revision, other);
    }
}
