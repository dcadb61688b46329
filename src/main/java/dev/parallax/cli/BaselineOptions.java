package dev.parallax.cli;

import dev.parallax.compare.Baseline;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.rum.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say which runs stand for the lab.
final class BaselineOptions {
    @Option(
            names = "--revision",
            paramLabel = "N",
            description = "Only runs of this revision of the journey; default: whatever it was.")
    private @Nullable Integer revision;

    @Option(
            names = "--runs-from",
            paramLabel = "TIME",
            description =
                    "Only runs that started then or later: 2026-11-23 (midnight UTC) or 2026-11-23T12:00:00Z.")
    private @Nullable String from;

    @Option(
            names = "--runs-to",
            paramLabel = "TIME",
            description = "Only runs that started before.")
    private @Nullable String to;

    @Option(
            names = "--numbers",
            paramLabel = "N",
            description =
                    "Runs that were made when the profile had other numbers, counted as the verdict counts"
                            + " them; default: only runs under the numbers of now.")
    private @Nullable Integer numbers;

    /// Which earlier numbers of the profile are meant, if not those of now.
    OptionalInt numbers() {
        return numbers == null ? OptionalInt.empty() : OptionalInt.of(numbers);
    }

    /// The runs of a baseline that the options leave.
    ///
    /// @throws ProblemException if one cannot be understood
    Baseline narrow(Baseline baseline) {
        Baseline narrowed = baseline;
        if (revision != null) {
            if (revision < 1) {
                throw new ProblemException(
                        Problem.usage(
                                "revision-unknown",
                                "there is no revision " + revision,
                                "the revisions of a journey are counted from 1",
                                "leave --revision out to take all"));
            }
            narrowed = narrowed.withRevision(OptionalInt.of(revision));
        }
        List<String> times = new ArrayList<>();
        Optional.ofNullable(from).ifPresent(time -> times.add("from=" + time));
        Optional.ofNullable(to).ifPresent(time -> times.add("to=" + time));
        return narrowed.withWindow(Optional.ofNullable(Segment.parse(times).window()));
    }
}
