package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class DatabaseTest {
    @TempDir Path folder;
    private Workspace workspace;
    private Database database;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("w.parallax"), Samples.CLOCK);
        database = workspace.database();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void takesBackWhatFailedHalfWay() {
        assertThatThrownBy(() ->
                        database.write(handle -> {
                            addJourney(handle, "half");
                            throw new IllegalStateException("on purpose");
                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("on purpose");

        assertThat(journeys()).isZero();
        database.write(handle -> addJourney(handle, "next"));
        assertThat(journeys()).isOne();
    }

    @Test
    void refusesToWriteWhileReading() {
        assertThatThrownBy(() -> database.read(handle -> addJourney(handle, "a")))
                .hasMessageContaining("[workspace-read-only]");
    }

    @Test
    void keepsALookTheSameWhileOthersWrite() {
        List<Integer> seen =
                database.read(handle -> {
                    int before = journeys(handle);
                    database.write(writing -> addJourney(writing, "meanwhile"));
                    return List.of(before, journeys(handle));
                });

        assertThat(seen).containsExactly(0, 0);
        assertThat(journeys()).isOne();
    }

    @Test
    void readsAndWritesFromManyThreadsAtOnce() throws InterruptedException, ExecutionException {
        int writers = 8;
        int each = 25;
        List<Future<Integer>> work = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < writers; writer++) {
                String name = "writer " + writer + " ";
                work.add(threads.submit(() -> write(name, each)));
                work.add(threads.submit(() -> readUntilThereAre(writers * each)));
            }
        }
        for (Future<Integer> done : work) {
            done.get();
        }
        assertThat(journeys()).isEqualTo(writers * each);
        assertThat(workspace.verify()).isEmpty();
    }

    private int write(String name, int count) {
        return IntStream.range(0, count)
                .map(i ->
                        i % 2 == 0
                                ? database.write(handle -> addJourney(handle, name + i))
                                : database.writeBulk(handle -> addJourney(handle, name + i)))
                .sum();
    }

    private int readUntilThereAre(int all) {
        int before = 0;
        while (before < all) {
            int now = journeys();
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
        return before;
    }

    @Test
    void finishesAWriteWhoseCallerIsInterruptedAndKeepsTheInterrupt() {
        Thread.currentThread().interrupt();

        int written = database.write(handle -> addJourney(handle, "a"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(written).isOne();
        assertThat(journeys()).isOne();
    }

    @Test
    void waitsForTheQueueBeforeItCloses() throws InterruptedException, ExecutionException {
        var begun = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> slow =
                    threads.submit(() ->
                            database.write(handle -> {
                                begun.countDown();
                                return addMany(handle, 20_000);
                            }));
            begun.await();
            workspace.close();
            assertThat(slow.get()).isEqualTo(20_000);
        }
        try (var again = Workspace.open(workspace.path(), Samples.CLOCK)) {
            assertThat(again.facts().counts().journeys()).isEqualTo(20_000);
        }
    }

    @Test
    void changesNothingWhenThereIsNoRoom() {
        database.alone(handle -> handle.execute("PRAGMA max_page_count = 1"));

        assertThatThrownBy(() -> database.write(handle -> addMany(handle, 20_000)))
                .isInstanceOf(ProblemException.class)
                .hasMessageEndingWith("[workspace-disk-full]");

        assertThat(journeys()).isZero();
        assertThat(workspace.verify()).isEmpty();
        database.write(handle -> addJourney(handle, "small"));
        int deleted = database.writeWithBallast(handle -> handle.execute("DELETE FROM journey"));
        assertThat(deleted).isOne();
    }

    private static int addJourney(Handle handle, String name) {
        return handle.createUpdate("INSERT INTO journey (name) VALUES (:name)")
                .bind("name", name)
                .execute();
    }

    private static int addMany(Handle handle, int count) {
        return handle.createUpdate(
                        """
                        WITH RECURSIVE n (i) AS (
                            SELECT 1
                             UNION ALL
                            SELECT i + 1 FROM n WHERE i < :count)
                        INSERT INTO journey (name)
                        SELECT 'journey with a rather long name, number ' || i FROM n
                        """)
                .bind("count", count)
                .execute();
    }

    private int journeys() {
        return database.read(DatabaseTest::journeys);
    }

    private static int journeys(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM journey").mapTo(int.class).one();
    }
}
