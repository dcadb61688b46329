package dev.parallax.compare;

import java.util.List;

/// What comparing two sets of runs comes to; the first that applies, in the order below.
///
/// The rules are those of `docs/methods.md`: a difference must be certain, large enough to count,
/// and larger than what the machine does by itself.
public sealed interface LabPairVerdict {

    /// The fewest values a side for which medians and their difference have an interval.
    int FEWEST_RUNS = Verdict.FEWEST_RUNS;

    /// Both sides were run under profiles of other numbers: what differs may be the profile.
    ///
    /// @param differences which numbers, in words
    record DifferentConditions(List<String> differences) implements LabPairVerdict {
        public DifferentConditions {
            differences = List.copyOf(differences);
        }
    }

    /// A side has too few values for an interval.
    record TooFewRuns(int before, int after) implements LabPairVerdict {
        /// How many runs more the shorter side needs, at least 1.
        public int missing() {
            return FEWEST_RUNS - Math.min(before, after);
        }
    }

    /// The runs do not tell the sides apart.
    ///
    /// @param more how many runs more a side would probably show the smallest difference that
    ///   counts; 0 where these already would have
    record NoDifferenceShown(int more) implements LabPairVerdict {}

    /// The sides differ, but by less than counts.
    record TooSmall() implements LabPairVerdict {}

    /// The sides differ by no more than the machine's own noise.
    ///
    /// @param floor in the metric's unit
    record WithinNoise(double floor) implements LabPairVerdict {}

    /// The second side is faster; of CLS, steadier.
    record Faster() implements LabPairVerdict {}

    /// The second side is slower; of CLS, less steady.
    record Slower() implements LabPairVerdict {}

    /// The stable word for files and JSON: `too-few-runs`.
    default String key() {
        return switch (this) {
            case DifferentConditions _ -> "different-conditions";
            case TooFewRuns _ -> "too-few-runs";
            case NoDifferenceShown _ -> "no-difference-shown";
            case TooSmall _ -> "too-small";
            case WithinNoise _ -> "within-noise";
            case Faster _ -> "faster";
            case Slower _ -> "slower";
        };
    }
}
