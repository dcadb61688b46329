package dev.parallax.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.problem.ProblemException;
import dev.parallax.progress.Progress;
import dev.parallax.progress.Stoppable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One measured browser run at a time, in this process and beside others.
final class MeasuringTurnTest {
    @TempDir private Path folder;

    @Test
    void letsTheNextRunInBehindTheLast() throws Exception {
        var waiting = new Waiting();
        CompletableFuture<MeasuringTurn> second;
        try (var _ = MeasuringTurn.take(folder, Progress.NONE)) {
            second = CompletableFuture.supplyAsync(() -> MeasuringTurn.take(folder, waiting));
            waiting.told.await();
            assertThat(second).isNotDone();
        }
        second.get().close();
    }

    @Test
    void stopsWaitingWhenCancelled() throws Exception {
        var waiting = new Waiting();
        try (var _ = MeasuringTurn.take(folder, Progress.NONE)) {
            var second = CompletableFuture.supplyAsync(() -> MeasuringTurn.take(folder, waiting));
            waiting.told.await();
            waiting.stoppable.cancel();
            assertThatThrownBy(second::get)
                    .isInstanceOfAny(CancellationException.class, ExecutionException.class);
        }
        MeasuringTurn.take(folder, Progress.NONE).close();
    }

    @Test
    void waitsForAnotherProcess() throws Exception {
        Process other =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Holder.class.getName(),
                                folder.resolve("parallax-measuring.lock").toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("locked");
            var waiting = new Waiting();
            var turn = CompletableFuture.supplyAsync(() -> MeasuringTurn.take(folder, waiting));
            waiting.told.await();
            assertThat(turn).isNotDone();

            other.getOutputStream().close();

            turn.get().close();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void stopsWaitingForAnotherProcessWhenCancelled() throws Exception {
        Process other =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Holder.class.getName(),
                                folder.resolve("parallax-measuring.lock").toString())
                        .start();
        try (var said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("locked");
            var waiting = new Waiting();
            var turn = CompletableFuture.supplyAsync(() -> MeasuringTurn.take(folder, waiting));
            waiting.told.await();

            waiting.stoppable.cancel();

            assertThatThrownBy(turn::get)
                    .isInstanceOfAny(CancellationException.class, ExecutionException.class);
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void saysWhichFileItCannotLock() throws IOException {
        Path file = folder.resolve("file");
        Files.createFile(file);

        assertThatThrownBy(() -> MeasuringTurn.take(file, Progress.NONE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("parallax-measuring.lock");

        MeasuringTurn.take(folder, Progress.NONE).close();
    }

    /// Holds the lock until its input ends.
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            try (var channel =
                            FileChannel.open(
                                    Path.of(arguments[0]),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                System.out.println("locked");
                assertThat(System.in.read()).isNegative();
            }
        }
    }

    /// Lets a test know that somebody waits, and cancel it.
    private static final class Waiting implements Progress {
        private final CountDownLatch told = new CountDownLatch(1);
        private final Stoppable stoppable = new Stoppable();

        @Override
        public void report(double fraction, String what) {
            told.countDown();
        }

        @Override
        public boolean isCancelled() {
            return stoppable.isCancelled();
        }

        @Override
        public void onCancel(Runnable action) {
            stoppable.onCancel(action);
        }
    }
}
