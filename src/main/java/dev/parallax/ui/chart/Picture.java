package dev.parallax.ui.chart;

import java.util.Optional;
import javafx.scene.layout.Region;

/// What stands in a chart's frame and can be taken out of it.
interface Picture {

    Region node();

    /// Whether a part of it can be looked at by itself.
    default boolean canZoom() {
        return true;
    }

    /// Shows the whole range again.
    default void resetZoom() {}

    /// The numbers that are shown; empty while there are none.
    Optional<String> csv();

    /// Whether it can be drawn as SVG.
    default boolean isDrawable() {
        return false;
    }

    /// The picture as an SVG document; empty while there is nothing to draw.
    default Optional<String> svg() {
        return Optional.empty();
    }
}
