package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.progress.Progress;
import dev.parallax.rum.Aggregate;
import dev.parallax.rum.Aggregate.Bin;
import dev.parallax.rum.Aggregate.Binned;
import dev.parallax.rum.AggregateSink;
import dev.parallax.rum.Chunk;
import dev.parallax.rum.Dataset;
import dev.parallax.rum.Exclusion;
import dev.parallax.rum.ImportRecord;
import dev.parallax.rum.PageRule;
import dev.parallax.rum.PageRules;
import dev.parallax.rum.PageViewSink;
import dev.parallax.rum.PageViews;
import dev.parallax.rum.Quarantine;
import dev.parallax.rum.QuarantineReason;
import dev.parallax.rum.QuarantinedValues;
import dev.parallax.rum.Search;
import dev.parallax.rum.Segment;
import dev.parallax.rum.Selection;
import dev.parallax.statistics.Distribution;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is kept beside the page views that count: values in quarantine, page views that nobody
/// lived through, ids, aggregates, and the user's rules.
final class QuarantineTest {
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

    @Test
    void putsBackWhatCanBe() {
        Dataset dataset = importThreeChunks();
        long id = store.imports(dataset).getFirst().id();
        assertThat(store.quarantine(dataset))
                .containsExactly(
                        new QuarantinedValues(id, Metric.LCP, QuarantineReason.NEGATIVE, 3, 0),
                        new QuarantinedValues(id, Metric.LCP, QuarantineReason.TOO_LARGE, 9, 6),
                        new QuarantinedValues(id, Metric.INP, QuarantineReason.NOT_A_NUMBER, 3, 0));
        assertThat(lcp(dataset).count()).isEqualTo(3);

        long restored = store.restore(dataset, id, QuarantineReason.TOO_LARGE);

        Dataset after = store.get("field");
        assertThat(restored).isEqualTo(6);
        assertThat(after.revision()).isGreaterThan(dataset.revision());
        assertThat(lcp(after).count()).isEqualTo(6);
        assertThat(lcp(after).quantile(1)).isEqualTo(9_000_000);
        assertThat(after.provenance().metrics().get(Metric.LCP).views()).isEqualTo(6);
        assertThat(store.quarantine(after))
                .contains(new QuarantinedValues(id, Metric.LCP, QuarantineReason.TOO_LARGE, 3, 0));
        assertThat(store.restore(after, id, QuarantineReason.TOO_LARGE)).isZero();
        assertThat(store.restore(after, id, QuarantineReason.NEGATIVE)).isZero();
        assertThatThrownBy(() -> store.restore(after, 99, QuarantineReason.NEGATIVE))
                .hasMessageEndingWith("[import-missing]");
        store.removeImport(after, id);
        assertThat(store.quarantine(after)).isEmpty();
    }

    /// Each chunk: a value, one to be put back, a bot's one to be put back, one too large for a
    /// page view, a negative one, and a text.
    private Dataset importThreeChunks() {
        PageViewSink sink = store.create("field");
        var chunk = new Chunk();
        for (int i = 0; i < 3; i++) {
            chunk.clear();
            chunk.metric(Metric.LCP)[0] = 10_000;
            Quarantine quarantine = chunk.quarantine();
            quarantine.add(1, Metric.LCP, QuarantineReason.TOO_LARGE, 9_000_000);
            quarantine.add(2, Metric.LCP, QuarantineReason.TOO_LARGE, 8_000_000);
            chunk.exclusions()[2] = Exclusion.BOT.code();
            quarantine.add(3, Metric.LCP, QuarantineReason.TOO_LARGE, 42_949_672_950L);
            quarantine.add(3, Metric.INP, QuarantineReason.NOT_A_NUMBER, Quarantine.NO_VALUE);
            quarantine.add(4, Metric.LCP, QuarantineReason.NEGATIVE, -10);
            chunk.rows(5);
            sink.write(chunk);
        }
        return sink.finish(ImportRecord.of("csv", 15));
    }

    private Distribution lcp(Dataset dataset) {
        PageViews views = store.open(dataset);
        return views.distribution(Metric.LCP, views.select(Segment.ALL));
    }

    @Test
    void leavesOutWhatNobodyLivedThrough() {
        PageViewSink sink = store.create("field");
        var chunk = new Chunk();
        for (Exclusion exclusion : Exclusion.all()) {
            int row = exclusion.code();
            chunk.exclusions()[row] = row;
            chunk.metric(Metric.LCP)[row] = 1_000 * (row + 1);
            chunk.times()[row] = 1_790_000_000_000L + row;
            chunk.weights()[row] = 2;
        }
        chunk.rows(5);
        sink.write(chunk);
        Dataset dataset = sink.finish(ImportRecord.of("csv", 5));

        assertThat(dataset.size()).isEqualTo(new Dataset.Size(5, 1, 10, Dataset.Weighting.BY_ROW));
        assertThat(dataset.excluded()).isEqualTo(4);
        assertThat(dataset.last()).isEqualTo(Instant.ofEpochMilli(1_790_000_000_004L));
        assertThat(dataset.provenance().metrics().get(Metric.LCP).views()).isEqualTo(5);
        PageViews views = store.open(dataset);
        assertThat(views.select(Segment.ALL).count()).isOne();
        Segment others = Segment.parse(List.of("include=bot", "include=ours"));
        assertThat(others.including()).isEqualTo(Set.of(Exclusion.BOT, Exclusion.OURS));
        assertThat(others).hasToString("including bots and Parallax's own runs");
        assertThat(views.distribution(Metric.LCP, views.select(others)).quantile(1))
                .isEqualTo(5_000);
        assertThat(views.select(others).count()).isEqualTo(3);
        assertThatThrownBy(() -> Segment.parse(List.of("include=cat")))
                .hasMessageContaining("bot, headless, synthetic, ours");
    }

    @Test
    void findsPageViewsByTheirIds() {
        PageViewSink sink = store.create("field");
        var chunk = new Chunk();
        for (int row = 0; row < 1_000; row++) {
            chunk.views()[row] = viewHash(row + 1);
            chunk.users()[row] = row % 10 == 0 ? Chunk.NO_USER : 77 + row % 10;
            chunk.sessions()[row] = 1L + row / 10;
        }
        chunk.exclusions()[5] = Exclusion.BOT.code();
        chunk.rows(1_000);
        sink.write(chunk);
        sink.write(chunk);
        PageViews views = store.open(sink.finish(ImportRecord.of("csv", 2_000)));

        assertThat(found(views, new Search.OfView(viewHash(6))).count()).isZero();
        var one = found(views, new Search.OfView(viewHash(8)));
        assertThat(one.count()).isEqualTo(2);
        assertThat(one.isSelected(7)).isTrue();
        assertThat(one.isSelected(1_007)).isTrue();
        assertThat(found(views, new Search.OfSession(1)).count()).isEqualTo(18);
        assertThat(found(views, new Search.OfUser(78)).count()).isEqualTo(200);
    }

    private static Selection found(PageViews views, Search search) {
        return views.search(views.select(Segment.ALL), search, Progress.NONE);
    }

    @Test
    void keepsAggregatesAsTheyAre() {
        var key =
                new Aggregate.Key(
                        Aggregate.Scope.ORIGIN,
                        "https://shop.example",
                        "PHONE",
                        "",
                        "de",
                        LocalDate.parse("2026-01-01"),
                        LocalDate.parse("2026-01-28"));
        var lcp =
                new Binned(
                        List.of(
                                new Bin(0, OptionalDouble.of(2500), 0.7),
                                new Bin(2500, OptionalDouble.of(4000), 0.2),
                                new Bin(4000, OptionalDouble.empty(), 0.1)),
                        OptionalDouble.of(2718));
        var aggregate =
                new Aggregate(
                        key,
                        Map.of(
                                Metric.LCP,
                                lcp,
                                Metric.CLS,
                                new Binned(List.of(), OptionalDouble.empty())),
                        Map.of("navigation_type", Map.of("navigate", 0.75, "reload", 0.25)));
        AggregateSink sink = store.createAggregates("crux");
        for (int i = 0; i < 1_200; i++) {
            sink.write(aggregate);
        }
        Dataset dataset = sink.finish(ImportRecord.of("crux", 1_200), List.of());

        assertThat(dataset.kind()).isEqualTo(Dataset.Kind.AGGREGATES);
        assertThat(dataset.rows()).isEqualTo(1_200);
        assertThat(dataset.pageViews()).isZero();
        assertThat(dataset.first()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(store.aggregates(dataset)).hasSize(1_200).containsOnly(aggregate);
        assertThatThrownBy(() -> store.open(dataset))
                .hasMessageEndingWith("[dataset-is-aggregate]");
        assertThatThrownBy(() -> store.append("crux").dictionaries())
                .hasMessageEndingWith("[dataset-kind]");
        AggregateSink more = store.appendAggregates("crux");
        more.write(aggregate);
        more.finish(ImportRecord.of("crux", 1), List.of());
        store.removeImport(dataset, store.imports(dataset).getFirst().id());
        assertThat(store.aggregates(dataset)).containsExactly(aggregate);
        store.delete(dataset);
        assertThat(store.list()).isEmpty();
    }

    @Test
    void groupsAnewWithoutImportingAnew() {
        PageViewSink sink = store.create("field");
        var chunk = new Chunk();
        chunk.pages()[0] = sink.dictionaries().pages().code("/shop/red-shoe");
        chunk.pages()[1] = sink.dictionaries().pages().code("/shop/blue-shoe");
        chunk.rows(2);
        sink.write(chunk);
        Dataset dataset = sink.finish(ImportRecord.of("csv", 2));
        assertThat(store.open(dataset).pages()).hasSize(2);

        workspace
                .pageRules()
                .save(PageRules.BUILT_IN.with(PageRule.of("/shop/*", "/shop/:slug"), 1));

        assertThat(store.open(dataset).pages()).containsExactly(new PageTemplate("/shop/:slug"));
        assertThat(workspace.pageRules().list().manual())
                .containsExactly(new PageRule("/shop/*", "/shop/:slug"));
        PageViews views = store.open(dataset);
        assertThat(views.resolve(Segment.parse(List.of("page=/shop/green-shoe"))).page())
                .isEqualTo(new PageTemplate("/shop/:slug"));
    }

    /// Spread over all bits, as hashes are.
    private static long viewHash(int number) {
        return 0x9E3779B97F4A7C15L * number;
    }
}
