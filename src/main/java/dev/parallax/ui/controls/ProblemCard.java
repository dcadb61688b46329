package dev.parallax.ui.controls;

import dev.parallax.problem.Problem;
import dev.parallax.ui.common.Problems;
import dev.parallax.ui.common.Texts;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A problem on show: what happened, why, what to do next, its code, and a way to copy it all.
public final class ProblemCard extends HBox {

    public ProblemCard(Problems.Occurrence occurrence, Runnable dismiss) {
        Problem problem = occurrence.problem();
        var what = Labels.heading(Texts.capital(problem.what()));
        what.setWrapText(true);
        Label times = Labels.caption("");
        times.textProperty()
                .bind(
                        occurrence
                                .times()
                                .map(n -> n.intValue() > 1 ? Texts.of("problem.times", n) : ""));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot =
                new HBox(
                        8,
                        Labels.caption(problem.code()),
                        times,
                        gap,
                        Buttons.link(Texts.of("problem.copy"), () -> copy(occurrence.details())));
        foot.getStyleClass().add("card-head");
        var words =
                new VBox(
                        4,
                        what,
                        line(Texts.sentence(problem.why())),
                        line(Texts.sentence(problem.next())),
                        foot);
        HBox.setHgrow(words, Priority.ALWAYS);
        getStyleClass().addAll("problem-card");
        getChildren()
                .addAll(
                        Icons.of(Feather.ALERT_CIRCLE, "danger-icon"),
                        words,
                        Buttons.icon(Texts.of("problem.dismiss"), Feather.X, dismiss));
        setMaxSize(440, USE_PREF_SIZE);
    }

    private static Label line(String text) {
        Label label = Labels.paragraph(text);
        label.setVisible(!text.isBlank());
        label.setManaged(!text.isBlank());
        return label;
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
