package dev.parallax.compare;

import dev.parallax.measure.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Numbers that a profile had when a page was measured, and no longer has.
///
/// @param profile the conditions of then, under the same id
/// @param values how many values can be used, at least 1
/// @param newest when the last of the runs started
public record MeasuredProfile(Profile profile, int values, Instant newest) {

    /// Those whose numbers are the same as one, such as when only the browser's own identification
    /// has changed between.
    ///
    /// @param newestFirst in the order of their newest run
    public static List<MeasuredProfile> merged(List<MeasuredProfile> newestFirst) {
        List<MeasuredProfile> merged = new ArrayList<>();
        for (MeasuredProfile one : newestFirst) {
            int same = 0;
            while (same < merged.size() && !merged.get(same).hasNumbersOf(one)) {
                same++;
            }
            if (same == merged.size()) {
                merged.add(one);
            } else {
                MeasuredProfile known = merged.get(same);
                merged.set(
                        same,
                        new MeasuredProfile(
                                known.profile, known.values + one.values, known.newest));
            }
        }
        return merged;
    }

    private boolean hasNumbersOf(MeasuredProfile other) {
        return ProfileDifferences.between(profile, other.profile).isEmpty();
    }
}
