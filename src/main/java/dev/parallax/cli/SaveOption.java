package dev.parallax.cli;

import dev.parallax.compare.ComparisonQuestion;
import dev.parallax.service.KeepComparisons;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that keeps the question of a comparison.
final class SaveOption {
    @Option(
            names = "--save",
            paramLabel = "NAME",
            description =
                    "Also keep the question under this name; `parallax compare saved` answers it anew.")
    private @Nullable String name;

    /// Answers, and keeps the question if that is wanted and it has an answer.
    ///
    /// @throws dev.parallax.problem.ProblemException if the name is none, before anything is
    ///   answered; or if there is no answer
    <A> A answered(KeepComparisons kept, ComparisonQuestion question, Supplier<A> answer) {
        String wanted = name;
        if (wanted == null) {
            return answer.get();
        }
        kept.requireName(wanted);
        A found = answer.get();
        kept.save(wanted, question);
        return found;
    }
}
