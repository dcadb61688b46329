package dev.parallax.ui.controls;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The top of a screen: its name, one line about it, and its actions to the right.
public final class ScreenHeader extends HBox {
    private final Label subtitle = Labels.caption("");

    public ScreenHeader(String title, String subtitle, Node... actions) {
        this.subtitle.setText(subtitle);
        var words = new VBox(2, Labels.title(title), this.subtitle);
        words.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getStyleClass().add("screen-header");
        getChildren().addAll(words, gap);
        getChildren().addAll(actions);
    }

    public Label subtitle() {
        return subtitle;
    }
}
