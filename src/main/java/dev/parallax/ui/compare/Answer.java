package dev.parallax.ui.compare;

import dev.parallax.compare.Comparison;
import dev.parallax.compare.Verdict;
import dev.parallax.problem.Problem;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.VerdictBand;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// The verdict in its sentence, or why there is none.
final class Answer extends StackPane {
    private final VerdictBand band = new VerdictBand();

    Answer(CompareModel model) {
        getChildren().add(band);
        setMinHeight(USE_PREF_SIZE);
        setVisible(false);
        model.comparison().subscribe(found -> found.ifPresent(this::show));
        model.trouble().subscribe(found -> found.ifPresent(this::show));
    }

    private void show(Problem problem) {
        setVisible(true);
        band.show(
                Feather.INFO,
                "neutral",
                Texts.of("compare.noanswer"),
                Texts.sentence(problem.what() + ": " + problem.why()),
                Texts.sentence(problem.next()));
    }

    private void show(Comparison comparison) {
        setVisible(true);
        switch (comparison.verdict()) {
            case Verdict.Representative _ ->
                    show(
                            Feather.CHECK_CIRCLE,
                            "success",
                            Texts.of("verdict.representative"),
                            comparison);
            case Verdict.Optimistic _ ->
                    show(
                            Feather.TRENDING_DOWN,
                            "warning",
                            Texts.of("verdict.optimistic"),
                            comparison);
            case Verdict.Pessimistic _ ->
                    show(
                            Feather.TRENDING_UP,
                            "warning",
                            Texts.of("verdict.pessimistic"),
                            comparison);
            case Verdict.Inconclusive _ ->
                    show(
                            Feather.HELP_CIRCLE,
                            "neutral",
                            Texts.of("verdict.inconclusive"),
                            comparison);
            case Verdict.LowerBound _ ->
                    show(
                            Feather.CORNER_LEFT_UP,
                            "neutral",
                            Texts.of("verdict.lowerbound"),
                            comparison);
            case Verdict.TooFewRuns _ ->
                    show(Feather.INFO, "neutral", Texts.of("verdict.fewruns"), comparison);
            case Verdict.TooFewViews _ ->
                    show(Feather.INFO, "neutral", Texts.of("verdict.fewviews"), comparison);
            case Verdict.NothingInCommon _ ->
                    show(Feather.INFO, "neutral", Texts.of("verdict.nothing"), comparison);
        }
    }

    private void show(Feather icon, String tone, String kind, Comparison comparison) {
        band.show(icon, tone, kind, comparison.sentence(), comparison.next());
    }
}
