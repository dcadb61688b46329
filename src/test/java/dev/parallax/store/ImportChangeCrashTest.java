package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.metric.Metric;
import dev.parallax.rum.Column;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.RandomPageViews;
import dev.parallax.rum.RandomPageViews.Weights;
import dev.parallax.rum.Segment;
import dev.parallax.rum.StoredImport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process while it adds imports to a data set and takes them out: each is there as a whole
/// or gone as a whole, and the one that was there before stays as it is.
@Timeout(120)
final class ImportChangeCrashTest {
    private static final int BASE_ROWS = 3_000;
    private static final int LINES = 250;
    private static final long ROWS = (long) OtherProcess.CHUNKS * OtherProcess.CHUNK_ROWS;

    @TempDir Path folder;

    @Test
    void importsAreThereAsAWholeOrNotAtAll() throws IOException, InterruptedException {
        killAndLook(2, new Random(11));
    }

    @Tag("faults")
    @RepeatedTest(20)
    void importsAreThereAsAWholeOrNotAtAllHoweverOften(RepetitionInfo repetition)
            throws IOException, InterruptedException {
        killAndLook(5, new Random(repetition.getCurrentRepetition()));
    }

    private void killAndLook(int times, Random random) throws IOException, InterruptedException {
        Path file = folder.resolve("w.parallax");
        double p75 = makeBase(file);
        List<Long> before = visible(file);
        for (int i = 0; i < times; i++) {
            List<String> said = changeAndKill(file, 1 + random.nextInt(LINES), random);
            try (var workspace = Workspace.open(file, Samples.CLOCK)) {
                before = assertWhole(workspace, before, said);
                leaveOnlyTheBase(workspace, p75);
                before = before.subList(0, 1);
            }
        }
    }

    private static double makeBase(Path file) {
        try (var workspace = Workspace.create(file, Samples.CLOCK)) {
            PageViewStore store = workspace.pageViews();
            RandomPageViews.write(
                    new RandomPageViews(new Random(3), Weights.ONE).rows(BASE_ROWS),
                    store.create(OtherProcess.DATA_SET));
            return p75(store.open(store.get(OtherProcess.DATA_SET)));
        }
    }

    private static double p75(PageViews views) {
        return views.distribution(Metric.LCP, views.select(Segment.ALL)).quantile(0.75);
    }

    private static List<Long> visible(Path file) {
        try (var workspace = Workspace.open(file, Samples.CLOCK)) {
            return ids(workspace);
        }
    }

    private static List<Long> ids(Workspace workspace) {
        PageViewStore store = workspace.pageViews();
        return store.imports(store.get(OtherProcess.DATA_SET)).stream()
                .map(StoredImport::id)
                .toList();
    }

    private static List<String> changeAndKill(Path file, int lines, Random random)
            throws IOException, InterruptedException {
        List<String> said = new ArrayList<>();
        try (var other = OtherProcess.start("change", file)) {
            while (said.size() < lines) {
                said.add(Objects.requireNonNull(other.line()));
            }
            LockSupport.parkNanos(random.nextInt(5_000_000));
            other.kill();
            said.addAll(other.allLines());
        }
        return said;
    }

    private static List<Long> assertWhole(
            Workspace workspace, List<Long> before, List<String> said) {
        assertThat(workspace.verify()).isEmpty();
        List<Long> expected = new ArrayList<>(before);
        String last = "";
        for (String line : said) {
            if (line.startsWith("added ")) {
                expected.add(number(line));
            } else if (line.startsWith("removed ")) {
                expected.remove(number(line));
            }
            last = line;
        }
        List<Long> found = ids(workspace);
        if (last.startsWith("removing ") && !found.contains(number(last))) {
            expected.remove(number(last));
        }
        assertThat(found).startsWith(expected.toArray(Long[]::new));
        assertThat(found.size()).isBetween(expected.size(), expected.size() + 1);

        PageViewStore store = workspace.pageViews();
        Dataset dataset = store.get(OtherProcess.DATA_SET);
        assertThat(dataset.rows()).isEqualTo(BASE_ROWS + (found.size() - 1) * ROWS);
        PageViews views = store.open(dataset);
        assertThat(views.distribution(Metric.LCP, views.select(Segment.ALL)).count())
                .isEqualTo(dataset.provenance().metrics().get(Metric.LCP).views());
        assertThat(count(workspace, "SELECT count(*) FROM import")).isEqualTo(found.size());
        assertThat(count(workspace, "SELECT sum(rows) FROM chunk")).isEqualTo(dataset.rows());
        assertThat(count(workspace, "SELECT count(*) FROM dict WHERE col = 2"))
                .isEqualTo(used(workspace, dataset).cardinality());
        return found;
    }

    private static BitSet used(Workspace workspace, Dataset dataset) {
        BitSet used =
                workspace
                        .database()
                        .read(handle ->
                                DatasetReader.usedCodes(handle, dataset.id(), Column.Single.PAGE));
        used.clear(0);
        return used;
    }

    private static void leaveOnlyTheBase(Workspace workspace, double p75) {
        PageViewStore store = workspace.pageViews();
        Dataset dataset = store.get(OtherProcess.DATA_SET);
        for (long id : ids(workspace).stream().skip(1).toList()) {
            store.removeImport(dataset, id);
        }
        assertThat(p75(store.open(store.get(OtherProcess.DATA_SET)))).isEqualTo(p75);
        assertThat(count(workspace, "SELECT sum(rows) FROM chunk")).isEqualTo(BASE_ROWS);
    }

    private static Long number(String line) {
        return Long.valueOf(line.substring(line.indexOf(' ') + 1));
    }

    private static long count(Workspace workspace, String query) {
        return workspace
                .database()
                .read(handle -> handle.createQuery(query).mapTo(long.class).one());
    }
}
