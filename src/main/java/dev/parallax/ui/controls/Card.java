package dev.parallax.ui.controls;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A framed part of a screen with a heading and, to its right, actions.
public final class Card extends VBox {
    private final HBox head = new HBox(8);
    private final Label heading;

    public Card(String heading, Node... content) {
        this.heading = Labels.heading(heading);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head.getStyleClass().add("card-head");
        head.getChildren().setAll(this.heading, gap);
        getStyleClass().add("panel");
        getChildren().add(head);
        getChildren().addAll(content);
    }

    /// A card whose last part takes the height that is left.
    public Card growing() {
        VBox.setVgrow(getChildren().getLast(), Priority.ALWAYS);
        return this;
    }

    /// Puts actions to the right of the heading.
    public Card withActions(Node... actions) {
        head.getChildren().addAll(actions);
        return this;
    }

    /// Takes away the inner margin, for a table that fills the card.
    public Card flush() {
        getStyleClass().add("flush");
        return this;
    }

    public Label heading() {
        return heading;
    }
}
