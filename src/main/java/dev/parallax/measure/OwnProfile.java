package dev.parallax.measure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A profile somebody made.
///
/// @param profile its present numbers
/// @param origin the profile it was copied from, with the numbers that had then; empty if it was
///   made from nothing
/// @param saved when it was last changed
public record OwnProfile(Profile profile, Optional<Profile> origin, Instant saved) {
    public String id() {
        return profile.id();
    }

    public String name() {
        return profile.name();
    }

    /// Which of its numbers are others than those of its origin.
    public List<ProfileTrait> changed() {
        return origin.map(from -> ProfileTrait.differing(from, profile)).orElse(List.of());
    }
}
