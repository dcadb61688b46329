package dev.parallax.compare;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What is said of runs that were made when the profile of a comparison had other numbers: they are
/// left out, as they were made under other conditions, and that must not look as if there were
/// none.
final class OtherConditions {
    private OtherConditions() {}

    /// What was measured, and which numbers differ, beginning with a space; empty if nothing was.
    static String sentence(LabSample lab) {
        if (lab.otherwise().isEmpty()) {
            return "";
        }
        List<MeasuredProfile> others = lab.otherwise();
        return " Left out, as the profile "
                + lab.profile().id()
                + " had other numbers then: "
                + IntStream.range(0, others.size())
                        .mapToObj(i -> words(lab, others.get(i), i + 1))
                        .collect(Collectors.joining("; "))
                + ".";
    }

    /// How to compare with them, beginning with a space; empty if there are none.
    static String next(LabSample lab) {
        return lab.otherwise().isEmpty()
                ? ""
                : " Or compare with the runs of then: `--numbers 1`"
                        + (lab.otherwise().size() > 1 ? " to " + lab.otherwise().size() : "")
                        + ".";
    }

    private static String words(LabSample lab, MeasuredProfile other, int number) {
        return "(%d) %d %s until %s, %s now and then"
                .formatted(
                        number,
                        other.values(),
                        other.values() == 1 ? "value" : "values",
                        other.newest().atOffset(ZoneOffset.UTC).toLocalDate(),
                        String.join(
                                ", ", ProfileDifferences.between(lab.profile(), other.profile())));
    }
}
