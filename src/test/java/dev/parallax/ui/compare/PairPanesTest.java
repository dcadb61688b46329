package dev.parallax.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.compare.FieldPairVerdict;
import dev.parallax.compare.LabPairVerdict;
import dev.parallax.compare.RunsQuestion;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Segment;
import dev.parallax.settings.TrustState;
import dev.parallax.ui.chart.Shown;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.FxThread;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.shell.PaperWorkbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

final class PairPanesTest {
    private final CompareUseCases lists =
            PaperWorkbench.full(Path.of("a.parallax"), TrustState.TRUSTED, 4_000).compare();
    private final PaperPairs pairs = new PaperPairs(lists);
    private final Problems problems = new Problems();
    private final Background background = Background.onCallersThread();

    @Test
    void runsAreComparedByTheNewestAsLongAsThereIsOneRevision() {
        var model = new LabPairModel(lists, pairs, background, problems);
        model.refresh();

        assertThat(model.kind().get()).isEqualTo(LabPairModel.Kind.NEWEST);
        assertThat(pairs.askedOfRuns).hasSize(1);
        assertThat(pairs.askedOfRuns.getFirst().sides())
                .isEqualTo(new RunsQuestion.Sides.Newest(12));
        assertThat(pairs.askedOfRuns.getFirst().metrics())
                .startsWith(Metric.LCP, Metric.TTFB)
                .hasSize(7);
        assertThat(model.pair().get().orElseThrow().first().verdict())
                .isEqualTo(new LabPairVerdict.Slower());

        model.metric().set(Metric.TTFB);
        assertThat(model.pair().get().orElseThrow().first().metric()).isEqualTo(Metric.TTFB);
        model.kind().set(LabPairModel.Kind.WINDOWS);
        assertThat(pairs.askedOfRuns.getLast().sides())
                .isInstanceOf(RunsQuestion.Sides.Windows.class);
    }

    @Test
    void bothSidesOfRunsAreDrawnWhole() {
        var model = new LabPairModel(lists, pairs, background, problems);
        model.refresh();
        var pair = model.pair().get().orElseThrow();
        Shown shown = PairDrawing.of(pair, pair.first()).orElseThrow();

        assertThat(shown.names()).contains(new Shown.Names("revision 1", "revision 2"));
        for (Shown.Sample side : List.of(shown.field(), shown.matched().orElseThrow())) {
            double[] curve = side.steps().shares();
            assertThat(curve).isSorted();
            assertThat(curve[curve.length - 1]).isEqualTo(1);
            double whole = 0;
            for (double share : side.bins().shares()) {
                whole += share;
            }
            assertThat(whole).isBetween(1 - 1e-9, 1 + 1e-9);
        }
    }

    @Test
    void usersAreComparedByDeviceUntilSomebodyChooses() {
        var model = new FieldPairModel(lists, pairs, background, problems);
        model.refresh();

        assertThat(model.before().segment().get().values()).containsKey(Dimension.DEVICE);
        assertThat(model.after().segment().get()).isNotEqualTo(model.before().segment().get());
        assertThat(model.pair().get().orElseThrow().inBoth()).isZero();

        model.before().segment().set(Segment.ALL.with(Dimension.COUNTRY, Set.of("DE")));
        model.after().segment().set(Segment.ALL.with(Dimension.COUNTRY, Set.of("Atlantis")));
        assertThat(model.pair().get().orElseThrow().verdict())
                .isInstanceOf(FieldPairVerdict.TooFewViews.class);
        model.refresh();
        assertThat(model.before().segment().get().values()).containsKey(Dimension.COUNTRY);
    }

    @Test
    void panesShowTheVerdictTheTilesAndTheTable() {
        FxThread.run(() -> {
            var runs = new LabPairModel(lists, pairs, background, problems);
            var labPane = new LabPairPane(runs, background, problems::show);
            runs.refresh();
            assertThat(texts(laidOut(labPane)))
                    .contains(
                            "Slower",
                            runs.pair().get().orElseThrow().first().sentence(),
                            "Median revision 1",
                            "Noise floor");
            assertThat(((TableView<?>) labPane.lookup("#lab-pair-metrics")).getItems()).hasSize(6);

            var users = new FieldPairModel(lists, pairs, background, problems);
            var fieldPane = new FieldPairPane(users, lists::now, background, problems::show);
            users.refresh();
            assertThat(texts(laidOut(fieldPane)))
                    .contains(
                            users.pair().get().orElseThrow().sentence(),
                            "p75 " + users.pair().get().orElseThrow().before().name(),
                            "After minus before at each decile");
            assertThat(((TableView<?>) fieldPane.lookup("#field-pair-rows")).getItems()).hasSize(7);
        });
    }

    private static Region laidOut(Region pane) {
        new Scene(pane, 1000, 1000);
        pane.applyCss();
        pane.layout();
        return pane;
    }

    private static List<String> texts(Region pane) {
        return pane.lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .filter(Node::isVisible)
                .map(Label.class::cast)
                .map(Labeled::getText)
                .toList();
    }
}
