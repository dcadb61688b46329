package dev.parallax.ui.checks.run;

import dev.parallax.measure.StepResult;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Icons;
import dev.parallax.ui.controls.Labels;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The steps of an iteration, each with what became of it.
final class StepList extends VBox {

    StepList(List<StepResult> steps) {
        steps.forEach(step -> getChildren().add(node(step)));
    }

    private static Node node(StepResult step) {
        return switch (step) {
            case StepResult.Done done -> done(done);
            case StepResult.Failed(var label, var took, var problem, _) ->
                    new VBox(
                            row(Icons.of(Feather.X, "danger-icon"), label, Numbers.duration(took)),
                            below(problem.oneLine(), "danger-text"));
            case StepResult.Skipped(var label) ->
                    row(Icons.of(Feather.MINUS), label, Texts.of("run.skipped"));
        };
    }

    private static Node done(StepResult.Done done) {
        String expected = done.expected();
        if (expected == null) {
            HBox row =
                    row(
                            Icons.of(Feather.CHECK, "success-icon"),
                            done.label(),
                            Numbers.duration(done.took()));
            String selector = done.selector();
            if (selector != null) {
                Tooltip.install(row, new Tooltip(Texts.of("run.found", selector)));
            }
            return row;
        }
        return new VBox(
                row(
                        Icons.of(Feather.ALERT_TRIANGLE, "warning-icon"),
                        done.label(),
                        Numbers.duration(done.took())),
                below(Texts.of("run.drift", text(done.selector()), expected), "warning-text"));
    }

    private static String text(@Nullable String selector) {
        return selector == null ? "" : selector;
    }

    private static Label below(String words, String tone) {
        Label text = Labels.paragraph(words);
        text.getStyleClass().addAll(tone, "step-failure");
        return text;
    }

    private static HBox row(Node sign, String label, String took) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label name = Labels.body(label);
        name.setMinWidth(0);
        Label length = Labels.caption(took);
        length.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(12, sign, name, gap, length);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("step-row");
        return row;
    }
}
