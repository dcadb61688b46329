package dev.parallax.cli;

import dev.parallax.service.RunJourney.Recorded;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say what a run keeps besides its numbers.
final class RecordingOptions {
    @Option(
            names = "--filmstrip",
            description = "Film the pages; the film of the median iteration is kept.")
    private boolean filmstrip;

    @Option(
            names = "--har",
            paramLabel = "FILE",
            description = "Write the requests as an HTTP Archive; not of journeys with secrets.")
    private @Nullable Path har;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description =
                    "Walk once more behind the iterations and write a Playwright trace of that;"
                            + " not of journeys with secrets.")
    private @Nullable Path trace;

    @Option(
            names = "--trace-on-failure",
            paramLabel = "FILE",
            description = "The same, but only if the run failed.")
    private @Nullable Path traceOnFailure;

    Set<Recorded> recorded() {
        var wanted = EnumSet.noneOf(Recorded.class);
        if (filmstrip) {
            wanted.add(Recorded.FILMSTRIP);
        }
        if (trace != null) {
            wanted.add(Recorded.TRACE);
        }
        if (traceOnFailure != null) {
            wanted.add(Recorded.TRACE_ON_FAILURE);
        }
        return wanted;
    }

    Optional<Path> har() {
        return Optional.ofNullable(har);
    }

    /// Where a trace goes, if the run has one.
    Optional<Path> trace() {
        return Optional.ofNullable(trace).or(() -> Optional.ofNullable(traceOnFailure));
    }
}
