package dev.parallax.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

final class ParallaxTest {
    private final Terminal terminal = new Terminal();

    /// Fails in the way its argument says.
    @Command(name = "fail")
    static final class Fail implements Callable<Integer> {
        @Parameters private String how;

        @Override
        public Integer call() {
            throw switch (how) {
                case "usage" ->
                        new ProblemException(
                                Problem.usage("no-such", "cannot read x", "it\nis gone", "look"));
                case "environment" ->
                        new ProblemException(
                                Problem.environment(
                                        "full", "cannot write", "disk full", "make room"));
                case "cancelled" -> new CancellationException("by hand");
                default -> new IllegalStateException("a bug");
            };
        }
    }

    private int run(String... arguments) {
        return terminal.run(List.of(new Fail()), arguments);
    }

    @Test
    void tellsAProblemOnOneLineAndEndsWithItsExitCode() {
        assertThat(run("fail", "usage")).isEqualTo(2);
        assertThat(terminal.remarks())
                .isEqualTo("parallax: cannot read x: it is gone. look [no-such]\n");
        assertThat(terminal.results()).isEmpty();
    }

    @Test
    void tellsTheEnvironmentFromTheUser() {
        assertThat(run("fail", "environment")).isEqualTo(3);
    }

    @Test
    void addsTheTraceOnlyWhenAsked() {
        assertThat(run("fail", "bug")).isEqualTo(3);
        assertThat(terminal.remarks()).hasLineCount(1).contains("a bug").contains("--verbose");

        assertThat(run("--verbose", "fail", "bug")).isEqualTo(3);
        assertThat(terminal.remarks()).contains("\tat dev.parallax.cli.ParallaxTest");
    }

    @Test
    void saysThatACancelledCommandLeftNothingBehind() {
        assertThat(run("fail", "cancelled")).isEqualTo(1);
        assertThat(terminal.remarks()).contains("cancelled; nothing was left half done");
    }

    @Test
    void refusesWhatItDoesNotKnowOnOneLine() {
        assertThat(run("fly")).isEqualTo(2);
        assertThat(terminal.remarks()).hasLineCount(1).contains("fly").contains("--help");
    }

    @Test
    void asksForACommand() {
        assertThat(run()).isEqualTo(2);
        assertThat(terminal.remarks()).hasLineCount(1).contains("which command?");
    }

    @Test
    void saysItsVersionAndTeaches() {
        assertThat(run("--version")).isZero();
        assertThat(terminal.results()).isEqualTo("Parallax 1.2.3\n");

        assertThat(run("--help")).isZero();
        assertThat(terminal.results()).contains("Exit codes:").contains("parallax demo");
    }
}
