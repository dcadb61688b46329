package dev.parallax.cli;

import dev.parallax.compare.Baseline;
import dev.parallax.service.ComparePages;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say which page of the lab is compared, and under which profile.
final class LabPageOptions {
    @Option(
            names = "--journey",
            paramLabel = "J",
            required = true,
            description = "The journey's name.")
    @SuppressWarnings("NullAway.Init") // a required option
    private String journey;

    @Option(
            names = "--step",
            paramLabel = "S",
            description = "The page mark to compare; default: the journey's last.")
    private @Nullable String step;

    @Option(
            names = "--profile",
            paramLabel = "P",
            defaultValue = "desktop",
            description =
                    "The lab's profile, a preset or one of your own; default: ${DEFAULT-VALUE}.")
    private String profile = "desktop";

    /// The newest runs of the page.
    ///
    /// @throws dev.parallax.problem.ProblemException if there is no such page or profile
    Baseline baseline(ComparePages pages) {
        return pages.baseline(journey, Optional.ofNullable(step), profile);
    }

    /// The id of the profile.
    String profile() {
        return profile;
    }
}
