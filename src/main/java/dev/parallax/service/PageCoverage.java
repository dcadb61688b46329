package dev.parallax.service;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// How many pages the journeys cover, and how much of the pain.
///
/// @param pages how many there are
/// @param covered how many of them a journey covers
/// @param minutesShare of all poor minutes those of covered pages, 0 to 1; not a number if nobody
///   waits
public record PageCoverage(int pages, int covered, double minutesShare) {

    /// The coverage of some pages.
    ///
    /// @param minutes a page's poor minutes
    public static <P> PageCoverage of(
            List<P> pages, Predicate<P> isCovered, ToDoubleFunction<P> minutes) {
        double all = pages.stream().mapToDouble(minutes).sum();
        List<P> covered = pages.stream().filter(isCovered).toList();
        double held = covered.stream().mapToDouble(minutes).sum();
        return new PageCoverage(pages.size(), covered.size(), held / all);
    }
}
