package dev.parallax.ui.compare;

import dev.parallax.compare.ComparisonQuestion;
import dev.parallax.ui.common.Texts;
import dev.parallax.ui.controls.Buttons;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/// Takes back a change of the question that is shown, and makes it again: by button and by key.
final class StepKeys {
    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
    private static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Shift+Z");
    private static final KeyCombination REDO_TOO = KeyCombination.valueOf("Shortcut+Y");

    private final ObservableValue<Asking<? extends ComparisonQuestion>> shown;

    /// @param shown what is asked on the part of the screen that is shown
    StepKeys(ObservableValue<Asking<? extends ComparisonQuestion>> shown) {
        this.shown = shown;
    }

    Button undo() {
        return step(
                "compare-undo",
                Texts.of("compare.undo"),
                Feather.ROTATE_CCW,
                Asking::undo,
                Asking::undoable);
    }

    Button redo() {
        return step(
                "compare-redo",
                Texts.of("compare.redo"),
                Feather.ROTATE_CW,
                Asking::redo,
                Asking::redoable);
    }

    private Button step(
            String id,
            String words,
            Feather icon,
            Consumer<Asking<?>> action,
            Function<Asking<?>, ObservableValue<Boolean>> possible) {
        Button button = Buttons.icon(words, icon, () -> action.accept(shown.getValue()));
        button.setId(id);
        button.disableProperty().bind(shown.flatMap(possible).map(isPossible -> !isPossible));
        return button;
    }

    /// A text field has an undo of its own.
    void press(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        if (UNDO.match(event)) {
            shown.getValue().undo();
            event.consume();
        } else if (REDO.match(event) || REDO_TOO.match(event)) {
            shown.getValue().redo();
            event.consume();
        }
    }
}
