package dev.parallax.cli;

import dev.parallax.measure.OwnProfile;
import dev.parallax.measure.Profile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a command says of a profile it has kept.
final class ProfileTold {
    private ProfileTold() {}

    static void tell(OwnProfile kept, List<String> checks, JsonOption json, Output output) {
        if (json.wanted()) {
            output.json(ProfileJson.of(kept, checks));
            return;
        }
        Optional<Profile> origin = kept.origin();
        String differences =
                kept.changed().stream()
                        .map(trait -> trait.label() + " " + trait.of(kept.profile()))
                        .collect(Collectors.joining(", "));
        output.line(
                "Profile \""
                        + kept.id()
                        + "\""
                        + origin.map(from ->
                                        differences.isEmpty()
                                                ? " has the numbers of " + from.id() + "."
                                                : " is " + from.id() + " with " + differences + ".")
                                .orElse(" is kept."));
    }
}
