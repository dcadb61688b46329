package dev.parallax;

import dev.parallax.cli.Cancellation;
import dev.parallax.cli.Output;
import dev.parallax.cli.Parallax;
import dev.parallax.http.FreshNames;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import dev.parallax.settings.Folders;
import dev.parallax.store.SqliteLibrary;
import dev.parallax.ui.shell.DesktopApp;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Starts Parallax: the window, or with arguments one command.
public final class Main {
    /// How long Ctrl-C waits for the command under way to leave everything tidy.
    private static final long TIDY_SECONDS = 8;

    private Main() {}

    /// Runs the command, or opens the window if there is none, and ends the process with the exit
    /// code.
    public static void main(String[] arguments) {
        System.exit(arguments.length == 0 ? window() : command(arguments));
    }

    private static Wiring wiring() {
        FreshNames.always();
        Folders folders = Folders.ofThisUser();
        SqliteLibrary.unpackInto(folders.cache().resolve("sqlite"), InstantSource.system());
        return new Wiring(folders);
    }

    private static int window() {
        var wiring = wiring();
        try {
            DesktopApp.run(wiring.desk(), wiring.firstWorkspace(), wiring.demoAtFirstStart());
            return 0;
        } catch (ProblemException failed) {
            System.err.println("parallax: " + failed.problem().oneLine());
            return failed.problem().kind().exitCode();
        } catch (UnsupportedOperationException noDisplay) {
            System.err.println(
                    "parallax: cannot open the window: "
                            + noDisplay.getMessage()
                            + ". Set DISPLAY, or use the command line: parallax --help [no-display]");
            return Problem.Kind.ENVIRONMENT.exitCode();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Problem.Kind.ENVIRONMENT.exitCode();
        }
    }

    private static int command(String[] arguments) {
        var output = new Output(writer(System.out), writer(System.err));
        var cancellation = new Cancellation();
        var finished = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> cancelAndAwait(cancellation, finished), "shutdown"));
        try {
            return Parallax.execute(
                    wiring().commands(output, cancellation), version(), output, arguments);
        } finally {
            finished.countDown();
        }
    }

    private static void cancelAndAwait(Cancellation cancellation, CountDownLatch finished) {
        cancellation.cancel();
        try {
            boolean tidy = finished.await(TIDY_SECONDS, TimeUnit.SECONDS);
            if (!tidy) {
                System.err.println("parallax: the command did not stop in time. [not-tidy]");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String version() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
