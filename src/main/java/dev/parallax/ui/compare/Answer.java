package dev.parallax.ui.compare;

import dev.parallax.compare.AggregateComparison;
import dev.parallax.compare.Comparison;
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
        model.aggregates().subscribe(found -> found.ifPresent(this::show));
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

    private void show(AggregateComparison comparison) {
        setVisible(true);
        VerdictLook look = VerdictLook.of(comparison.verdict().key());
        band.show(look.icon(), look.tone(), look.word(), comparison.sentence(), comparison.next());
    }

    private void show(Comparison comparison) {
        setVisible(true);
        VerdictLook look = VerdictLook.of(comparison.verdict().key());
        band.show(look.icon(), look.tone(), look.word(), comparison.sentence(), comparison.next());
    }
}
