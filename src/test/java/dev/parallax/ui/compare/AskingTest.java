package dev.parallax.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.compare.Baseline;
import dev.parallax.compare.RunsQuestion;
import dev.parallax.compare.UsersQuestion;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Dimension;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.rum.Segment;
import dev.parallax.settings.TrustState;
import dev.parallax.ui.common.Background;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.shell.PaperWorkbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The steps of the questions about pairs, and questions that are taken up again.
final class AskingTest {
    private final CompareUseCases lists =
            PaperWorkbench.full(Path.of("a.parallax"), TrustState.TRUSTED, 4_000).compare();
    private final PaperPairs pairs = new PaperPairs(lists);
    private final Background background = Background.onCallersThread();
    private final Problems problems = new Problems();

    private LabPairModel runs() {
        var model = new LabPairModel(lists, pairs, background, problems);
        model.refresh();
        return model;
    }

    private FieldPairModel users() {
        var model = new FieldPairModel(lists, pairs, background, problems);
        model.refresh();
        return model;
    }

    @Test
    void changesOfAQuestionAboutRunsAreTakenBackAndMadeAgain() {
        LabPairModel model = runs();
        RunsQuestion first = model.asking().question().get().orElseThrow();
        assertThat(model.asking().undoable().get()).isFalse();

        model.metric().set(Metric.TTFB);
        model.values().set(5);
        RunsQuestion last = model.asking().question().get().orElseThrow();
        model.asking().undo();
        model.asking().undo();
        assertThat(model.asking().question().get()).contains(first);
        assertThat(model.metric().get()).isEqualTo(Metric.LCP);
        assertThat(model.values().get()).isEqualTo(12);
        assertThat(pairs.askedOfRuns.getLast()).isEqualTo(first);

        model.asking().redo();
        model.asking().redo();
        assertThat(model.asking().question().get()).contains(last);
        assertThat(model.asking().redoable().get()).isFalse();
    }

    @Test
    void whatTheScreenCannotSayStaysUntilSomebodyChangesIt() {
        LabPairModel model = runs();
        CompareUseCases.LabPage page = lists.pages().getFirst();
        var asked =
                new RunsQuestion(
                        Baseline.newest(page.journey(), page.page(), Profile.MOBILE),
                        Profile.DESKTOP.id(),
                        new RunsQuestion.Sides.NewestRevisions(),
                        List.of(Metric.LCP));
        model.asking().ask(asked);
        assertThat(model.profileBefore().get()).contains(Profile.DESKTOP.id());
        model.refresh();
        assertThat(model.asking().question().get()).contains(asked);
        assertThat(model.kind().get()).isEqualTo(LabPairModel.Kind.REVISIONS);

        model.profile().set(Profile.DESKTOP);
        assertThat(model.profileBefore().get()).isEmpty();
        model.asking().undo();
        assertThat(model.asking().question().get()).contains(asked);
    }

    @Test
    void whatIsProposedIsNoStep() {
        FieldPairModel model = users();
        assertThat(model.before().segment().get().values()).containsKey(Dimension.DEVICE);
        assertThat(model.asking().undoable().get()).isFalse();

        model.after().segment().set(Segment.ALL);
        model.asking().undo();
        assertThat(model.after().segment().get().values()).containsKey(Dimension.DEVICE);
        assertThat(model.asking().undoable().get()).isFalse();
    }

    @Test
    void aPageThatBothSidesHaveIsThePageOfBoth() {
        FieldPairModel model = users();
        Segment german = Segment.ALL.with(Dimension.COUNTRY, Set.of("DE"));
        PageTemplate product = new PageTemplate("/product/:id");
        var asked =
                new UsersQuestion(
                        new UsersQuestion.Side(
                                lists.datasets().getFirst(), Segment.ALL.withPage(product)),
                        new UsersQuestion.Side(
                                lists.datasets().getFirst(), german.withPage(product)),
                        Metric.TTFB);
        model.asking().ask(asked);
        assertThat(model.page().get()).contains(product);
        assertThat(model.after().segment().get()).isEqualTo(german);
        assertThat(model.pair().get().orElseThrow().metric()).isEqualTo(Metric.TTFB);
        model.refresh();
        assertThat(model.asking().question().get()).contains(asked);
    }
}
