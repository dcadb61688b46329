package dev.parallax.ui.realusers;

import dev.parallax.problem.Problem;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Icons;
import dev.parallax.ui.controls.Labels;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Why a file is not imported and what to do instead.
final class RefusedFile extends HBox {
    private static final double WIDTH = 440;

    RefusedFile(Problem problem) {
        super(12);
        Label what = Labels.paragraph(Texts.sentence(problem.what()));
        what.getStyleClass().add("strong");
        var words = new VBox(8, what);
        for (String text : new String[] {problem.why(), problem.next()}) {
            if (!text.isBlank()) {
                words.getChildren().add(Labels.paragraph(Texts.sentence(text)));
            }
        }
        words.getChildren().add(Labels.caption(problem.code()));
        words.setPrefWidth(WIDTH);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(Icons.of(Feather.ALERT_CIRCLE, "danger-icon"), words);
    }
}
