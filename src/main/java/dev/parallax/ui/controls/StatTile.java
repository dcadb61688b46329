package dev.parallax.ui.controls;

import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// A number with what it is above it and what limits it below it.
public final class StatTile extends VBox {
    private final Label caption;
    private final Label value = Labels.figure("");
    private final Label detail = Labels.caption("");

    /// @param caption what the number is
    public StatTile(String caption) {
        getStyleClass().addAll("panel", "stat-tile");
        this.caption = Labels.caption(caption);
        getChildren().addAll(this.caption, value, detail);
    }

    /// Explains the number to whoever points at it.
    public StatTile explained(String text) {
        var tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        Tooltip.install(this, tooltip);
        return this;
    }

    /// Lets what limits the number go over two lines; for tiles whose width is given.
    public StatTile wrapping() {
        detail.setWrapText(true);
        detail.setMinHeight(USE_PREF_SIZE);
        return this;
    }

    /// Colours the number.
    ///
    /// @param newTone one of `success`, `warning`, `danger`, `neutral`
    public void tone(String newTone) {
        getStyleClass().removeAll("success", "warning", "danger", "neutral");
        getStyleClass().add(newTone);
    }

    /// What the number is, where that changes.
    public StringProperty caption() {
        return caption.textProperty();
    }

    public StringProperty value() {
        return value.textProperty();
    }

    public StringProperty detail() {
        return detail.textProperty();
    }
}
