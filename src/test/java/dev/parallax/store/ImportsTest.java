package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.metric.Definition;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Column;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.ImportRecord.SourceFile;
import dev.parallax.rum.KnownFile;
import dev.parallax.rum.PageViewSink;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.QuarantinedLine;
import dev.parallax.rum.RandomPageViews;
import dev.parallax.rum.RandomPageViews.Row;
import dev.parallax.rum.RandomPageViews.Weights;
import dev.parallax.rum.Segment;
import dev.parallax.rum.Selection;
import dev.parallax.rum.StoredImport;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Data sets of several imports: added, taken out, known again.
final class ImportsTest {
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
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whateverIsAddedAndRemovedEqualsAFreshImportOfTheRest(long seed) {
        var random = new Random(seed);
        var rows = new RandomPageViews(random, seed % 2 == 0 ? Weights.VARIOUS : Weights.ONE);
        var present = new ArrayList<List<Row>>();
        for (int step = 0; step < 12; step++) {
            if (present.isEmpty() || random.nextInt(5) > 1) {
                List<Row> more = rows.rows(1 + random.nextInt(3_000));
                write(more, present.isEmpty() ? store.create("grown") : store.append("grown"));
                present.add(more);
            } else {
                int out = random.nextInt(present.size());
                Dataset dataset = store.get("grown");
                long id = store.imports(dataset).get(out).id();
                present.remove(out);
                assertThat(store.removeImport(dataset, id)).isEqualTo(store.find("grown"));
                assertThat(store.find("grown").isEmpty()).isEqualTo(present.isEmpty());
            }
            if (!present.isEmpty() && random.nextInt(4) == 0) {
                PageViewSink given = store.append("grown");
                given.dictionaries().pages().code("/given up " + step);
                given.write(oneRow());
                given.abandon();
            }
        }
        if (present.isEmpty()) {
            assertNothingLeft();
        } else {
            write(present.stream().flatMap(List::stream).toList(), store.create("fresh"));
            assertSame(store.get("grown"), store.get("fresh"));
        }
        assertThat(workspace.verify()).isEmpty();
    }

    private void assertNothingLeft() {
        assertThat(
                        List.of("dataset", "import", "import_metric", "chunk", "chunk_col", "dict")
                                .stream()
                                .filter(table -> count(table) > 0))
                .isEmpty();
    }

    @Test
    void aDataSetGoesWithItsLastImport() {
        write(List.of(), store.create("field"));
        write(new RandomPageViews(new Random(3), Weights.ONE).rows(500), store.append("field"));
        Dataset field = store.get("field");
        long first = store.imports(field).getFirst().id();
        long last = store.imports(field).getLast().id();

        assertThat(store.removeImport(field, first)).contains(store.get("field"));
        assertThat(store.removeImport(field, last)).isEmpty();

        assertThat(store.list()).isEmpty();
        assertNothingLeft();
        assertThatThrownBy(() -> store.append("field")).hasMessageEndingWith("[dataset-missing]");
        write(List.of(), store.create("field"));
        assertThat(store.get("field").id()).isNotEqualTo(field.id());
    }

    private void assertSame(Dataset grown, Dataset fresh) {
        assertThat(grown.size()).isEqualTo(fresh.size());
        assertThat(grown.first()).isEqualTo(fresh.first());
        assertThat(grown.last()).isEqualTo(fresh.last());
        assertThat(grown.provenance()).isEqualTo(fresh.provenance());
        PageViews left = store.open(grown);
        PageViews right = store.open(fresh);
        Selection all = left.select(Segment.ALL);
        Selection same = right.select(Segment.ALL);
        for (Dimension dimension : Dimension.all()) {
            assertThat(left.count(dimension, all)).isEqualTo(right.count(dimension, same));
            assertThat(texts(grown, new Column.OfDimension(dimension)))
                    .isEqualTo(texts(fresh, new Column.OfDimension(dimension)));
        }
        assertThat(texts(grown, Column.Single.PAGE)).isEqualTo(texts(fresh, Column.Single.PAGE));
        for (Metric metric : Metric.all()) {
            assertThat(left.summarize(metric, all)).isEqualTo(right.summarize(metric, same));
            assertThat(left.poorMinutes(metric, all)).isEqualTo(right.poorMinutes(metric, same));
            assertThat(left.distribution(metric, all).quantile(0.75))
                    .isEqualTo(right.distribution(metric, same).quantile(0.75));
        }
    }

    private List<String> texts(Dataset dataset, Column column) {
        return workspace
                .database()
                .read(handle ->
                        handle.createQuery(
                                        """
                                        SELECT value FROM dict
                                         WHERE dataset = :dataset AND col = :column
                                         ORDER BY value
                                        """)
                                .bind("dataset", dataset.id())
                                .bind("column", ColumnNumbers.of(column))
                                .mapTo(String.class)
                                .list());
    }

    @Test
    void anOpenedDataSetStaysAsItIsWhileMoreIsAdded() {
        List<Row> rows = new RandomPageViews(new Random(7), Weights.ONE).rows(5_000);
        write(rows.subList(0, 3_000), store.create("field"));
        PageViews before = store.open(store.get("field"));
        long first = before.count(Dimension.DEVICE, before.select(Segment.ALL)).size();

        write(rows.subList(3_000, 5_000), store.append("field"));

        assertThat(first).isPositive();
        assertThat(before.distribution(Metric.LCP, before.select(Segment.ALL)).count())
                .isLessThanOrEqualTo(3_000);
        assertThat(before.select(Segment.ALL).count()).isEqualTo(3_000);
        PageViews after = store.open(before.dataset());
        assertThat(after.select(Segment.ALL).count()).isEqualTo(5_000);
        assertThat(after.dataset().revision()).isGreaterThan(before.dataset().revision());
    }

    @Test
    void nothingOfAnAppendIsSeenBeforeItIsFinished() {
        write(List.of(), store.create("field"));
        PageViewSink sink = store.append("field");
        sink.dictionaries().pages().code("/new");
        for (int i = 0; i < 20; i++) {
            sink.write(oneRow());
            assertThat(store.get("field").rows()).isZero();
        }
        Dataset grown = sink.finish(ImportRecord.of("csv", 20));
        assertThat(grown.pageViews()).isEqualTo(20);
        assertThat(store.get("field")).isEqualTo(grown);
        assertThat(store.imports(grown))
                .extracting(one -> one.size().pageViews())
                .containsExactly(0L, 20L);
    }

    @Test
    void letsNobodyElseChangeADataSetWhileOneIsAdded() {
        write(List.of(), store.create("field"));
        Dataset dataset = store.get("field");
        long only = store.imports(dataset).getFirst().id();
        PageViewSink sink = store.append("field");
        sink.write(oneRow());

        assertThatThrownBy(() -> store.append("field").dictionaries())
                .hasMessageContaining("under way")
                .hasMessageEndingWith("[dataset-busy]");
        assertThatThrownBy(() -> store.removeImport(dataset, only))
                .hasMessageEndingWith("[dataset-busy]");

        sink.abandon();
        store.removeImport(dataset, only);
        assertThat(store.imports(dataset)).isEmpty();
        assertThat(store.find("field")).isEmpty();
        assertThatThrownBy(() -> store.removeImport(dataset, only))
                .hasMessageEndingWith("[import-missing]");
        assertThatThrownBy(() -> store.append("gone")).hasMessageEndingWith("[dataset-missing]");
    }

    @Test
    void whatIsTakenOutGivesItsSpaceBack() {
        var rows = new RandomPageViews(new Random(5), Weights.ONE);
        write(rows.rows(100), store.create("small"));
        write(rows.rows(40_000), store.create("large"));
        write(rows.rows(40_000), store.append("small"));
        Dataset small = store.get("small");

        store.delete(store.get("large"));
        assertThat(workspace.facts().sizes().unusedBytes()).isZero();

        store.removeImport(small, store.imports(small).getLast().id());
        assertThat(workspace.facts().sizes().unusedBytes()).isZero();

        PageViewSink given = store.create("given up");
        var chunk = new Chunk();
        var random = new Random(6);
        Arrays.setAll(chunk.metric(Metric.LCP), _ -> random.nextInt(1_000_000));
        chunk.rows(Chunk.CAPACITY);
        for (int i = 0; i < 4; i++) {
            given.write(chunk);
        }
        given.abandon();
        assertThat(workspace.facts().sizes().unusedBytes()).isZero();
        assertThat(workspace.compact()).isLessThan(100_000);
        assertThat(workspace.verify()).isEmpty();
    }

    @Test
    void knowsAFileAgain() {
        ImportRecord march = record("march.csv", "a1");
        finish(store.create("field"), march, List.of());

        assertThat(store.isSizeKnown("field", 17)).isTrue();
        assertThat(store.isSizeKnown("field", 18)).isFalse();
        assertThat(store.isSizeKnown("other", 17)).isFalse();
        assertThat(store.importsOf("a1".repeat(32)))
                .containsExactly(
                        new KnownFile(
                                "field",
                                store.imports(store.get("field")).getFirst().id(),
                                "march.csv",
                                NOW));
        PageViewSink again = store.append("field");
        assertThatThrownBy(() -> finish(again, record("copy.csv", "a1"), List.of()))
                .hasMessage(
                        "cannot import \"copy.csv\" into \"field\": it is in there already:"
                                + " the same content as \"march.csv\", imported 2026-03-01 as"
                                + " import 1. leave it out, or remove that import first"
                                + " [import-file-known]");
        again.abandon();
        assertThat(store.imports(store.get("field"))).hasSize(1);

        finish(store.create("other"), march, List.of());
        assertThat(store.imports(store.get("other")).getFirst().record().warnings())
                .containsExactly(
                        "Times have no zone.",
                        "\"march.csv\" was imported into \"field\" already, on 2026-03-01.");

        Dataset field = store.get("field");
        store.removeImport(field, store.imports(field).getFirst().id());
        finish(store.create("field"), march, List.of());
        assertThat(store.get("field").pageViews()).isOne();
    }

    @Test
    void keepsTheRecordAndItsLines() {
        ImportRecord march = record("march.csv", "a1");
        List<QuarantinedLine> lines =
                IntStream.range(0, 2_500)
                        .mapToObj(
                                i -> new QuarantinedLine("too few columns", "march.csv", i, "a,b"))
                        .toList();
        Dataset dataset = finish(store.create("field"), march, lines);

        StoredImport stored = store.imports(dataset).getFirst();
        assertThat(stored.record()).isEqualTo(march);
        assertThat(store.quarantinedLines(dataset, stored.id())).isEqualTo(lines);
        assertThatThrownBy(() -> store.quarantinedLines(dataset, 99))
                .hasMessageEndingWith("[import-missing]");
        store.removeImport(dataset, stored.id());
        assertThat(count("quarantined_line")).isZero();
    }

    private Dataset finish(PageViewSink sink, ImportRecord record, List<QuarantinedLine> lines) {
        sink.write(oneRow());
        return sink.finish(record, lines);
    }

    private static ImportRecord record(String file, String sum) {
        return new ImportRecord(
                "csv",
                ImportRecord.Evidence.OWN_MAPPING,
                List.of(new SourceFile(file, 17, sum.repeat(32))),
                new ImportRecord.Counts(6, 1, 1, 1),
                List.of(new ImportRecord.LeftOut("no value at all", 2, file + ", line 3", 3)),
                List.of(new ImportRecord.LeftOut("the header again", 1, file + ", line 9", 9)),
                List.of(new ImportRecord.LeftOut("bots", 4, file + ", line 5", 5)),
                List.of(
                        new ImportRecord.MetricReport(
                                Metric.LCP,
                                1,
                                Definition.SAME,
                                "s",
                                "from the header",
                                List.of(
                                        new ImportRecord.LeftOut(
                                                "negative", 1, file + ", line 4", 4)))),
                List.of("colour"),
                List.of("Times have no zone."));
    }

    private void write(List<Row> rows, PageViewSink sink) {
        RandomPageViews.write(rows, sink);
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
}
