package dev.parallax.ui.overview;

import dev.parallax.compare.Comparison;
import dev.parallax.measure.RunStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the overview asks of the product. All of it blocks and may throw a
/// [dev.parallax.problem.ProblemException].
public interface OverviewUseCases {

    /// A run in short.
    ///
    /// @param profile the name of the profile it was made under
    record Ran(UUID id, String journey, String profile, RunStatus status, Instant started) {}

    /// How the workspace stands.
    ///
    /// @param journeys how many there are
    /// @param checks how many run by themselves
    /// @param datasets how many there are
    /// @param newest the newest run of each journey and profile, newest first
    record Standing(int journeys, int checks, int datasets, List<Ran> newest) {}

    Standing standing();

    /// A page on which users wait and that no journey measures.
    ///
    /// @param path of the page
    /// @param poorMinutes what its views took beyond good LCP, together
    /// @param share of the poor minutes of all pages, 0 to 1
    record Unwatched(String path, double poorMinutes, double share) {}

    /// The page that hurts most of those that no journey measures; empty if none hurts.
    Optional<Unwatched> unwatched();

    /// A page the lab can be asked about.
    ///
    /// @param page the name of the page mark
    /// @param profile the id of the profile it was measured under
    record Asked(String journey, String page, String profile, String dataset) {}

    /// The pages the lab has measured, as far as there are real users to compare with.
    List<Asked> questions();

    /// Where the lab stands on a page.
    Comparison answer(Asked question);
}
