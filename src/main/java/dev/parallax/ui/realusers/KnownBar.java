package dev.parallax.ui.realusers;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// A share of one colour on a track.
final class KnownBar extends Pane {
    private final double share;
    private final Region filled = new Region();

    /// @param share 0 to 1
    KnownBar(double share) {
        this.share = share;
        filled.getStyleClass().add("known-bar-filled");
        getStyleClass().add("known-bar");
        setMinSize(40, 6);
        setPrefSize(80, 6);
        setMaxHeight(6);
        getChildren().add(filled);
    }

    @Override
    protected void layoutChildren() {
        filled.resizeRelocate(0, 0, share * getWidth(), getHeight());
    }
}
