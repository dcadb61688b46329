package dev.parallax.ui.realusers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Brush;
import dev.parallax.rum.Exclusion;
import dev.parallax.rum.PageRule;
import dev.parallax.rum.PageView;
import dev.parallax.rum.QuarantineReason;
import dev.parallax.rum.RowOrder;
import dev.parallax.rum.Segment;
import dev.parallax.rum.TimeBand;
import dev.parallax.rum.ValueRange;
import dev.parallax.service.ExportProposal;
import dev.parallax.settings.TrustState;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Tasks;
import dev.parallax.ui.realusers.RealUserUseCases.Group;
import dev.parallax.ui.realusers.RealUserUseCases.Import.Target;
import dev.parallax.ui.realusers.RealUserUseCases.Page;
import dev.parallax.ui.realusers.RealUserUseCases.Sought;
import dev.parallax.ui.shell.PaperWorkbench;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RealUsersModelTest {
    private static final int VIEWS = 1_000;

    private final RealUsersModel model =
            new RealUsersModel(
                    PaperWorkbench.full(Path.of("a.parallax"), TrustState.TRUSTED, VIEWS)
                            .realUsers(),
                    Background.onCallersThread(),
                    new Problems());

    @BeforeEach
    void read() {
        model.refresh();
    }

    @Test
    void showsTheKeyFiguresOfTheFirstDataSet() {
        var summary = model.summary().summary().get().orElseThrow();
        assertThat(summary.totals().views()).isEqualTo(VIEWS);
        // the first four have none
        assertThat(summary.totals().sessions()).isEqualTo(VIEWS / 4 - 1);
        assertThat(summary.metrics())
                .extracting(SummaryModel.MetricFigures::metric)
                .contains(Metric.LCP, Metric.CLS);
        assertThat(summary.metrics())
                .allSatisfy(figures -> {
                    var shares = figures.shares().orElseThrow();
                    assertThat(shares.good() + shares.needsImprovement() + shares.poor())
                            .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
                });
    }

    @Test
    void onlyTheTabOnShowAsks() {
        assertThat(model.pages().pages()).isEmpty();
        model.tab().set(Tab.PAGES);
        assertThat(model.pages().pages()).hasSize(4);
    }

    @Test
    void opensThePickedPageViewsOfASegment() {
        var mobile = Segment.ALL.with(Dimension.DEVICE, Set.of("mobile"));
        var brush = Brush.NONE.withValues(Optional.of(new ValueRange(2_000, 3_000)));
        String dataset = model.datasets().getFirst().name();
        model.open(dataset, mobile, Metric.LCP, brush);
        int picked = model.views().rows().size();
        assertThat(model.tab().get()).isEqualTo(Tab.VIEWS);
        assertThat(model.segment().segment()).isEqualTo(mobile);
        assertThat(picked).isBetween(1, VIEWS - 1);
        // asked for first, then there
        model.views().rows().forEach(model.views()::view);
        assertThat(model.views().rows())
                .allSatisfy(row -> {
                    PageView view = Objects.requireNonNull(model.views().view(row));
                    assertThat(view.metrics().get(Metric.LCP)).isBetween(2_000.0, 3_000.0);
                });
        model.views().pick().set(Optional.empty());
        assertThat(model.views().rows()).hasSizeGreaterThan(picked);
    }

    @Test
    void opensPageViewsOfADataSetThatIsNotYetRead() {
        var fresh =
                new RealUsersModel(
                        PaperWorkbench.full(Path.of("a.parallax"), TrustState.TRUSTED, VIEWS)
                                .realUsers(),
                        Background.onCallersThread(),
                        new Problems());
        String dataset = model.datasets().getFirst().name();
        fresh.open(dataset, Segment.ALL, Metric.LCP, Brush.NONE);
        fresh.refresh();
        assertThat(fresh.views().rows()).hasSize(VIEWS);
        fresh.open(
                dataset,
                Segment.ALL,
                Metric.LCP,
                Brush.NONE.withValues(Optional.of(new ValueRange(0, 1))));
        assertThat(fresh.views().rows()).isEmpty();
        assertThat(fresh.views().pick().get()).isPresent();
    }

    @Test
    void asksForARecordingOfAPageNobodyMeasures() {
        var asked = new ArrayList<String>();
        model.pages().onRecord((url, name) -> asked.add(url + " " + name));
        model.tab().set(Tab.PAGES);
        Page page = model.pages().pages().getFirst();
        model.pages().record(page.page());
        assertThat(asked)
                .containsExactly(
                        "https://shop.example" + page.page().path() + " " + page.page().path());
        assertThat(model.pages().coverage().pages()).isEqualTo(4);
        assertThat(model.pages().coverage().covered()).isEqualTo(1);
    }

    @Test
    void narrowsEveryTabToTheSegment() {
        model.segment().toggle(Dimension.DEVICE, "mobile");
        long mobile = model.segment().counted().get().views();
        assertThat(mobile).isBetween(1L, VIEWS - 1L);
        assertThat(model.summary().summary().get().orElseThrow().totals().views())
                .isEqualTo(mobile);
        model.tab().set(Tab.PAGES);
        assertThat(model.pages().pages().stream().mapToLong(Page::views).sum()).isEqualTo(mobile);
        model.tab().set(Tab.VIEWS);
        assertThat(model.views().rows()).hasSize((int) mobile);
        model.tab().set(Tab.TIME);
        var series = model.time().times().get().orElseThrow().series().orElseThrow();
        assertThat(series.bands().stream().mapToLong(TimeBand::views).sum()).isEqualTo(mobile);
        model.segment().clear();
        assertThat(model.segment().counted().get().views()).isEqualTo(VIEWS);
    }

    @Test
    void asksAgainWhenMetricOrDimensionChange() {
        model.tab().set(Tab.BREAKDOWN);
        List<Group> before = List.copyOf(model.breakdown().groups());
        model.breakdown().metric().set(Metric.TTFB);
        assertThat(model.breakdown().groups()).isNotEqualTo(before);
        model.breakdown().by().set(Dimension.COUNTRY);
        assertThat(model.breakdown().groups()).extracting(Group::group).contains("DE", "FR");
    }

    @Test
    void showsOnlyOnePage() {
        model.tab().set(Tab.PAGES);
        Page first = model.pages().pages().getFirst();
        model.segment().page(Optional.of(first.page()));
        assertThat(model.pages().pages()).extracting(Page::page).containsExactly(first.page());
        assertThat(model.segment().counted().get().views()).isEqualTo(first.views());
    }

    @Test
    void sortsPageViewsByAMetricAndReadsTheOnesLookedAt() {
        model.tab().set(Tab.VIEWS);
        model.views().order().set(RowOrder.by(Metric.LCP, RowOrder.Direction.DESCENDING));
        int slowest = model.views().rows().getFirst();
        model.views().view(slowest);
        PageView view = Objects.requireNonNull(model.views().view(slowest));
        PageView next = viewAt(1);
        assertThat(view.metrics().get(Metric.LCP))
                .isGreaterThanOrEqualTo(next.metrics().get(Metric.LCP));
    }

    @Test
    void findsAllPageViewsOfASession() {
        model.tab().set(Tab.VIEWS);
        PageView one = viewAt(0);
        model.views()
                .sought()
                .set(new Sought(Sought.Kind.SESSION, Objects.requireNonNull(one.session())));
        assertThat(model.views().rows()).hasSize(4).contains(one.row());
        model.views().sought().set(new Sought(Sought.Kind.PAGE, "CHECKOUT"));
        assertThat(viewAt(0).path()).isEqualTo("/checkout");
    }

    @Test
    void accountsForEveryRecord() {
        model.tab().set(Tab.CERTIFICATE);
        var certificate = model.certificate().certificate().get().orElseThrow();
        var sum = certificate.sum();
        assertThat(
                        sum.imported()
                                + sum.merged()
                                + sum.duplicates()
                                + sum.rejected()
                                + sum.filtered())
                .isEqualTo(sum.read())
                .isEqualTo(VIEWS + 20);
        model.certificate().restore(QuarantineReason.OVERFLOW);
        assertThat(model.certificate().done().get()).contains("3 values are back.");
    }

    @Test
    void showsAtOnceWhatARuleWouldCatch() {
        RulesModel rules = model.rules().orElseThrow();
        rules.test("/product/*", "/thing/:id");
        assertThat(rules.caught().get().paths()).isEqualTo(1);
        assertThat(rules.caught().get().examples().getFirst().page()).isEqualTo("/thing/:id");
        rules.test("product", "");
        assertThat(rules.caught().get().complaint()).isPresent();
        rules.accept(rules.suggestions().getFirst());
        assertThat(rules.rules()).extracting(PageRule::pattern).containsExactly("/catalogue/*");
        rules.remove(rules.rules().getFirst());
        assertThat(rules.rules()).isEmpty();
    }

    @Test
    void takesTheRulesBack() {
        RulesModel first = model.rules().orElseThrow();
        first.add("/old/*", "/old/:id");
        RulesModel rules = model.rules().orElseThrow();
        rules.accept(rules.suggestions().getFirst());
        rules.remove(rules.rules().getLast());
        assertThat(rules.rules()).extracting(PageRule::pattern).containsExactly("/catalogue/*");
        rules.takeBack();
        assertThat(rules.rules()).extracting(PageRule::pattern).containsExactly("/old/*");
    }

    @Test
    void aStoppedSortLeavesRowsAndOrderAsTheyWere() {
        var waiting = new ArrayDeque<Runnable>();
        var slow = new Background(waiting::add, Runnable::run, new Tasks(Runnable::run));
        var views =
                new ViewsModel(
                        PaperWorkbench.full(Path.of("a.parallax"), TrustState.TRUSTED, VIEWS)
                                .realUsers(),
                        slow,
                        new Problems());
        views.show(model.segment().asked().get().orElseThrow());
        drain(waiting);
        List<Integer> before = List.copyOf(views.rows());
        RowOrder byTime = views.order().get();
        views.order().set(RowOrder.by(Metric.LCP, RowOrder.Direction.DESCENDING));
        assertThat(views.busy().get()).isTrue();
        views.stop();
        assertThat(views.busy().get()).isFalse();
        assertThat(views.order().get()).isEqualTo(byTime);
        drain(waiting);
        assertThat(views.rows()).hasSize(VIEWS).isEqualTo(before);
    }

    private static void drain(Queue<Runnable> waiting) {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    void takesInWhatNobodyLivedThrough() {
        model.segment().includeAll();
        assertThat(model.segment().segment().including())
                .containsExactlyInAnyOrder(
                        Exclusion.BOT, Exclusion.HEADLESS, Exclusion.SYNTHETIC, Exclusion.OURS);
    }

    @Test
    void triesEveryChangeOfAMappingAndKeepsIt() {
        var found = new AtomicReference<AssistantModel>();
        model.examine(List.of(Path.of("march.csv")), found::set);
        AssistantModel assistant = found.get();
        assertThat(assistant.trial().get()).isPresent();
        assertThat(assistant.isChanged()).isFalse();
        assistant.hold(0, "time");
        assistant.unit(2, "us");
        assistant.zone("Europe/Berlin");
        assertThat(assistant.isChanged()).isTrue();
        assertThat(assistant.proposal().get().columns())
                .extracting(ExportProposal.Column::field)
                .containsExactly("time", "page", "lcp");
        assistant.hold(0, "lcp");
        assertThat(assistant.proposal().get().columns().getFirst().unit()).isEqualTo("ms");
        model.importAs(assistant, "march", Target.NEW);
        assertThat(model.lastImport().get()).isPresent();
    }

    @Test
    void tellsWhatCameOfAnImport() {
        model.importFiles(List.of(Path.of("export.csv.gz")), "export", Target.NEW);
        assertThat(model.lastImport().get().orElseThrow().imported()).isEqualTo(9);
        assertThat(model.importing().get()).isFalse();
    }

    @Test
    void namesADataSetAfterItsFile() {
        assertThat(RealUsersModel.nameFor(Path.of("/x/may.csv.gz"))).isEqualTo("may");
        assertThat(RealUsersModel.nameFor(Path.of("may.ndjson"))).isEqualTo("may");
        assertThat(RealUsersModel.nameFor(Path.of("may.data"))).isEqualTo("may.data");
        assertThat(RealUsersModel.nameFor(Path.of("may.zip"))).isEqualTo("may");
    }

    @Test
    void proposesANameThatNoDataSetHas() {
        String there = model.datasets().getFirst().name();
        assertThat(model.isTaken(there)).isTrue();
        assertThat(model.freeNameFor(Path.of("/x/" + there + ".csv"))).isEqualTo(there + " 2");
        assertThat(model.freeNameFor(Path.of("/x/other.csv"))).isEqualTo("other");
    }

    private PageView viewAt(int place) {
        int row = model.views().rows().get(place);
        model.views().view(row);
        return Objects.requireNonNull(model.views().view(row));
    }
}
