package dev.parallax.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parallax.compare.Annotation;
import dev.parallax.compare.Baseline;
import dev.parallax.compare.ComparisonQuestion;
import dev.parallax.compare.Question;
import dev.parallax.compare.RunsQuestion;
import dev.parallax.compare.SavedComparison;
import dev.parallax.compare.UsersQuestion;
import dev.parallax.measure.Profile;
import dev.parallax.metric.Metric;
import dev.parallax.rum.Segment;
import dev.parallax.rum.TimeWindow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ComparisonStoreTest {
    private static final TimeWindow WEEK =
            new TimeWindow(Samples.START, Samples.START.plusSeconds(7 * 86_400));
    private static final Question PLAIN =
            new Question(
                    Baseline.newest("Buy", "home", Profile.MOBILE),
                    "march",
                    Segment.ALL,
                    Metric.LCP);
    private static final Question NARROW =
            new Question(
                    PLAIN.baseline().withRevision(OptionalInt.of(3)).withWindow(Optional.of(WEEK)),
                    "april, \"odd\"",
                    Segment.parse(
                            List.of(
                                    "device=mobile",
                                    "country=DE",
                                    "country=FR",
                                    "page=/product/:id",
                                    "from=2026-11-01",
                                    "to=2026-11-02T12:00:00Z",
                                    "include=bot")),
                    Metric.TTFB);

    @TempDir Path folder;
    private Workspace workspace;
    private ComparisonStore store;

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("w.parallax"), Samples.CLOCK);
        store = workspace.comparisons();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void keepsQuestionsAsTheyWere() {
        store.save("b", NARROW);
        store.save("A", PLAIN);
        assertThat(store.list())
                .containsExactly(
                        new SavedComparison("A", PLAIN, Samples.CLOCK.instant(), Optional.empty()),
                        new SavedComparison(
                                "b", NARROW, Samples.CLOCK.instant(), Optional.empty()));
    }

    @Test
    void keepsQuestionsAboutPairsAsTheyWere() {
        var later = new TimeWindow(WEEK.to(), WEEK.to().plusSeconds(1));
        List<ComparisonQuestion> questions =
                List.of(
                        runs(new RunsQuestion.Sides.Revisions(3, 4), List.of(Metric.LCP)),
                        runs(new RunsQuestion.Sides.NewestRevisions(), List.of()),
                        runs(new RunsQuestion.Sides.Newest(12), List.of(Metric.CLS, Metric.LCP)),
                        runs(new RunsQuestion.Sides.Windows(WEEK, later), Metric.all()),
                        new UsersQuestion(
                                new UsersQuestion.Side("march", NARROW.segment()),
                                new UsersQuestion.Side("april, \"odd\"", Segment.ALL),
                                Metric.INP));
        for (int i = 0; i < questions.size(); i++) {
            store.save("pair " + i, questions.get(i));
        }
        assertThat(store.list().stream().map(SavedComparison::question).toList())
                .isEqualTo(questions);
    }

    @Test
    void aNameStandsForOneQuestionOfWhateverKind() {
        store.save("a", NARROW);
        ComparisonQuestion other = runs(new RunsQuestion.Sides.Newest(5), List.of());
        store.save("a", other);
        assertThat(store.list())
                .containsExactly(
                        new SavedComparison("a", other, Samples.CLOCK.instant(), Optional.empty()));
        store.save("a", NARROW);
        assertThat(store.find("a").orElseThrow().question()).isEqualTo(NARROW);
    }

    private static RunsQuestion runs(RunsQuestion.Sides sides, List<Metric> metrics) {
        return new RunsQuestion(PLAIN.baseline(), Profile.DESKTOP.id(), sides, metrics);
    }

    @Test
    void notesWhatAQuestionCameTo() {
        store.save("a", PLAIN);
        var judged = new SavedComparison.Judged("optimistic", "It is.", Samples.START);
        store.judge("a", judged);
        assertThat(store.find("a").orElseThrow().judged()).contains(judged);
    }

    @Test
    void aQuestionThatIsReplacedWasNotJudgedYet() {
        store.save("a", PLAIN);
        store.judge("a", new SavedComparison.Judged("optimistic", "It is.", Samples.START));
        store.save("a", NARROW);
        SavedComparison found = store.find("a").orElseThrow();
        assertThat(found.question()).isEqualTo(NARROW);
        assertThat(found.judged()).isEmpty();
    }

    @Test
    void forgetsOne() {
        store.save("a", PLAIN);
        assertThat(store.remove("a")).isTrue();
        assertThat(store.remove("a")).isFalse();
        assertThat(store.list()).isEmpty();
    }

    @Test
    void keepsAnnotationsInTheirOrder() {
        AnnotationStore annotations = workspace.annotations();
        var later = new Annotation(Samples.START.plusSeconds(60), "campaign");
        var first = new Annotation(Samples.START, "release 42");
        annotations.add(later);
        annotations.add(first);
        assertThat(annotations.list()).containsExactly(first, later);
        assertThat(annotations.remove(first)).isTrue();
        assertThat(annotations.remove(first)).isFalse();
        assertThat(annotations.list()).containsExactly(later);
    }
}
