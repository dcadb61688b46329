package dev.parallax.ui.controls;

import dev.parallax.ui.common.Texts;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// One line about something that has just happened, with what can be done about it; takes no room
/// while there is nothing to say.
public final class Notice extends HBox {
    private final Label text = Labels.body("");
    private final Button action = Buttons.link("", () -> {});
    private final Button close = Buttons.icon(Texts.of("problem.dismiss"), Feather.X, () -> {});

    /// @param tone one of `accent`, `neutral`, `warning`
    public Notice(Feather icon, String tone) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getStyleClass().addAll("notice", tone);
        text.setMinWidth(0);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        for (Button each : new Button[] {action, close}) {
            each.setVisible(false);
            each.managedProperty().bind(each.visibleProperty());
        }
        getChildren().addAll(Icons.of(icon), text, gap, action, close);
        say(Optional.empty());
    }

    /// Shows a text, or takes the notice away.
    public void say(Optional<String> newText) {
        text.setText(newText.orElse(""));
        setVisible(newText.isPresent());
        setManaged(newText.isPresent());
    }

    /// Offers an action at the end of the line.
    public void act(String name, Runnable does) {
        action.setText(name);
        action.setVisible(true);
        action.setOnAction(_ -> does.run());
    }

    /// Lets the notice be closed.
    public void onClose(Runnable closing) {
        close.setVisible(true);
        close.setOnAction(_ -> closing.run());
    }
}
