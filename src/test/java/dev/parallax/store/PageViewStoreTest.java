package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.metric.Definition;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.problem.ProblemException;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.MetricOrigin;
import dev.parallax.rum.PageViewSink;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Provenance;
import dev.parallax.rum.RandomPageViews;
import dev.parallax.rum.RandomPageViews.Row;
import dev.parallax.rum.RandomPageViews.Weights;
import dev.parallax.rum.RecordedPageViews;
import dev.parallax.rum.Segment;
import dev.parallax.rum.Selection;
import dev.parallax.rum.TimeWindow;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PageViewStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir Path folder;
    private Workspace workspace;
    private PageViewStore store;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("a.parallax"), InstantSource.fixed(NOW));
        store = workspace.pageViews();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @ParameterizedTest
    @EnumSource(Weights.class)
    void everyColumnComesBack(Weights weights) {
        List<Row> rows = new RandomPageViews(new Random(3), weights).rows(Chunk.CAPACITY + 4_000);
        var recorded = new RecordedPageViews();
        RandomPageViews.write(rows, recorded);
        RandomPageViews.write(rows, store.create("field"));
        PageViews expected = recorded.open();
        PageViews stored = store.open(store.get("field"));
        assertThat(stored.dataset().size()).isEqualTo(expected.dataset().size());
        assertThat(stored.dataset().first()).isEqualTo(expected.dataset().first());
        assertThat(stored.dataset().last()).isEqualTo(expected.dataset().last());
        for (Segment segment :
                List.of(
                        Segment.ALL,
                        Segment.ALL
                                .with(Dimension.DEVICE, Set.of("mobile"))
                                .withPage(expected.pages().getFirst()),
                        Segment.ALL.withWindow(
                                new TimeWindow(
                                        Instant.ofEpochMilli(1_790_100_000_000L),
                                        Instant.ofEpochMilli(1_790_500_000_000L))))) {
            assertSame(stored, expected, segment);
        }
    }

    private static void assertSame(PageViews stored, PageViews expected, Segment segment) {
        Selection selection = stored.select(segment);
        Selection same = expected.select(segment);
        assertThat(selection.count()).isEqualTo(same.count());
        for (Dimension dimension : Dimension.all()) {
            assertThat(stored.count(dimension, selection))
                    .isEqualTo(expected.count(dimension, same));
        }
        for (Metric metric : Metric.all()) {
            assertThat(stored.summarize(metric, selection))
                    .isEqualTo(expected.summarize(metric, same));
            assertThat(stored.sample(metric, selection).sessions())
                    .isEqualTo(expected.sample(metric, same).sessions());
            assertThat(stored.distribution(metric, selection).quantile(0.75))
                    .isEqualTo(expected.distribution(metric, same).quantile(0.75));
        }
    }

    @Test
    void keepsWhatIsKnownOfTheSource() {
        ImportRecord record = recordOfOneRow();
        PageViewSink sink = store.create("field");
        sink.write(oneRow());
        Dataset made = sink.finish(record);
        assertThat(made)
                .isEqualTo(
                        new Dataset(
                                made.id(),
                                1,
                                Dataset.Kind.PAGE_VIEWS,
                                "field",
                                NOW,
                                new Dataset.Size(1, 1, 1, Dataset.Weighting.NONE),
                                null,
                                null,
                                new Provenance(
                                        "csv",
                                        Map.of(
                                                Metric.LCP,
                                                new MetricOrigin(
                                                        1,
                                                        Definition.DIFFERS,
                                                        "s (from the header)")))));
        assertThat(store.list()).containsExactly(made);
        assertThat(store.get("field")).isEqualTo(made);
    }

    @Test
    void cannotBeSeenBeforeItIsFinished() {
        PageViewSink sink = store.create("field");
        for (int i = 0; i < 21; i++) {
            sink.write(oneRow());
            assertThat(store.list()).isEmpty();
        }
        assertThat(count("chunk")).isEqualTo(20);
        sink.finish(ImportRecord.of("csv", 1));
        assertThat(store.list()).extracting(Dataset::pageViews).containsExactly(21L);
        assertThat(count("chunk")).isEqualTo(21);
    }

    @Test
    void abandoningLeavesNothing() {
        PageViewSink sink = store.create("field");
        for (int i = 0; i < 9; i++) {
            sink.write(oneRow());
        }
        sink.abandon();
        sink.abandon();
        assertThat(List.of(count("dataset"), count("chunk"), count("chunk_col"), count("dict")))
                .containsOnly(0);
        store.create("field").abandon();
        assertThatThrownBy(() -> sink.write(oneRow())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void deletingLeavesNothing() {
        RandomPageViews.write(
                new RandomPageViews(new Random(3), Weights.ONE).rows(1000), store.create("field"));
        Dataset dataset = store.get("field");
        PageViews opened = store.open(dataset);
        store.delete(dataset);
        store.delete(dataset);
        assertThat(List.of(count("dataset"), count("chunk"), count("chunk_col"), count("dict")))
                .containsOnly(0);
        assertThatThrownBy(() -> opened.distribution(Metric.LCP, opened.select(Segment.ALL)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("dataset-changed");
    }

    @Test
    void refusesNamesThatAreTakenOrEmpty() {
        PageViewSink sink = store.create("field");
        sink.write(oneRow());
        assertThatThrownBy(() -> store.create("field"))
                .hasMessageContaining("under way")
                .hasMessageContaining("dataset-exists");
        sink.finish(ImportRecord.of("csv", 1));
        assertThatThrownBy(() -> store.create("field"))
                .hasMessageContaining("there is one")
                .hasMessageContaining("dataset-exists");
        assertThatThrownBy(() -> store.create(" ")).hasMessageContaining("dataset-name");
    }

    @Test
    void saysWhatThereIsInstead() {
        assertThatThrownBy(() -> store.get("field"))
                .hasMessageContaining("the workspace has none")
                .hasMessageContaining("dataset-missing");
        RandomPageViews.write(List.of(), store.create("a"));
        assertThatThrownBy(() -> store.get("field")).hasMessageContaining("the workspace has a");
    }

    @Test
    void noticesDamagedColumns() {
        RandomPageViews.write(
                new RandomPageViews(new Random(3), Weights.ONE).rows(70_000),
                store.create("field"));
        workspace
                .database()
                .write(handle ->
                        handle.execute(
                                "UPDATE chunk_col SET data = substr(data, 1, length(data) / 2)"));
        PageViews views = store.open(store.get("field"));
        for (Metric metric : Metric.all()) {
            assertThatThrownBy(() -> views.distribution(metric, views.select(Segment.ALL)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("dataset-damaged");
        }
        assertThatThrownBy(() -> views.sample(Metric.LCP, views.select(Segment.ALL)))
                .isInstanceOf(ProblemException.class);
    }

    private int count(String table) {
        return workspace
                .database()
                .read(handle ->
                        handle.createQuery("SELECT count(*) FROM " + table).mapTo(int.class).one());
    }

    private static Chunk oneRow() {
        var chunk = new Chunk();
        chunk.metric(Metric.LCP)[0] = 12_345;
        chunk.rows(1);
        return chunk;
    }

    private static ImportRecord recordOfOneRow() {
        return new ImportRecord(
                "csv",
                ImportRecord.Evidence.DOCUMENTATION,
                List.of(new ImportRecord.SourceFile("a.csv", 17, "0a".repeat(32))),
                new ImportRecord.Counts(3, 1, 0, 1),
                List.of(new ImportRecord.LeftOut("no value at all", 1, "a.csv, line 3", 3)),
                List.of(),
                List.of(),
                List.of(
                        new ImportRecord.MetricReport(
                                Metric.LCP,
                                1,
                                Definition.DIFFERS,
                                "s",
                                "from the header",
                                List.of(
                                        new ImportRecord.LeftOut(
                                                "negative", 1, "a.csv, line 4", 4)))),
                List.of("colour"),
                List.of("Times have no zone."));
    }
}
