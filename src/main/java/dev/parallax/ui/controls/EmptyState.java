package dev.parallax.ui.controls;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/// Stands where there is nothing yet: says what would be here and offers the way to it.
public final class EmptyState extends VBox {

    public EmptyState(Feather icon, String title, String hint, Node... actions) {
        var heading = Labels.heading(title);
        Label text = Labels.paragraph(hint);
        text.getStyleClass().add("muted");
        text.setTextAlignment(TextAlignment.CENTER);
        text.setMaxWidth(420);
        getStyleClass().add("empty-state");
        getChildren().addAll(Icons.of(icon, "empty-icon"), heading, text);
        if (actions.length > 0) {
            var row = new HBox(8, actions);
            row.setAlignment(Pos.CENTER);
            row.getStyleClass().add("empty-actions");
            getChildren().add(row);
        }
    }
}
