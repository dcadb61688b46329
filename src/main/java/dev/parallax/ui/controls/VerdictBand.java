package dev.parallax.ui.controls;

import dev.parallax.ui.common.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One sentence that answers the question, in the tone of the answer, and what to do about it.
public final class VerdictBand extends HBox {
    private final FontIcon icon = Icons.of(Feather.INFO);
    private final Label kind = Labels.heading("");
    private final Label sentence = Labels.body("");
    private final Label next = Labels.paragraph("");
    private final Button copy;
    private String tone = "neutral";

    public VerdictBand() {
        kind.getStyleClass().add("verdict-kind");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        next.getStyleClass().add("muted");
        next.managedProperty().bind(next.visibleProperty());
        next.visibleProperty().bind(next.textProperty().isNotEmpty());
        var words = new VBox(2, kind, sentence, next);
        copy = Buttons.icon(Texts.of("verdict.copy"), Feather.COPY, this::copy);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        getStyleClass().addAll("verdict-band", tone);
        getChildren().addAll(icon, words, copy);
        setMinHeight(USE_PREF_SIZE);
    }

    /// Shows an answer.
    ///
    /// @param newTone one of `success`, `warning`, `danger`, `neutral`, `accent`
    /// @param newKind the answer in a word or two
    /// @param newSentence the answer with its numbers
    /// @param newNext what to do now; empty if there is nothing to do
    public void show(
            Feather newIcon, String newTone, String newKind, String newSentence, String newNext) {
        getStyleClass().remove(tone);
        tone = newTone;
        getStyleClass().add(tone);
        icon.setIconCode(newIcon);
        kind.setText(newKind);
        sentence.setText(newSentence);
        next.setText(newNext);
    }

    /// The answer as text, for a mail or a ticket.
    private void copy() {
        var content = new ClipboardContent();
        content.putString(sentence.getText() + "\n" + next.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
