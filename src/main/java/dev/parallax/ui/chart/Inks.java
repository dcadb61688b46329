package dev.parallax.ui.chart;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;

/// The colours of the charts as the style sheet gives them: each is the background of an invisible
/// node, so that light and dark need no code.
final class Inks extends Pane {

    /// What is drawn in a colour of its own; `FIELD` is styled by `.ink-field`.
    enum Ink {
        FIELD,
        MATCHED,
        LAB,
        GOOD,
        FAIR,
        POOR,
        PAPER,
        MUTED,
        RIBBON,
        PICKED,
        NOTE,
        TEXT,
        GRID;

        String styleClass() {
            return "ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Map<Ink, Region> swatches = new EnumMap<>(Ink.class);
    private final Label type = new Label();

    /// @param changed called when a colour changed: the theme was switched
    Inks(Runnable changed) {
        setVisible(false);
        setManaged(false);
        InvalidationListener listener = _ -> changed.run();
        for (Ink ink : Ink.values()) {
            Region swatch = swatch(ink);
            swatch.backgroundProperty().addListener(listener);
            swatches.put(ink, swatch);
            getChildren().add(swatch);
        }
        type.getStyleClass().add("tier-caption");
        getChildren().add(type);
    }

    /// A node filled with the ink's colour, for legends.
    static Region swatch(Ink ink) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("swatch", ink.styleClass());
        return swatch;
    }

    Paint paint(Ink ink) {
        Region swatch = swatches.get(ink);
        Background background = swatch == null ? null : swatch.getBackground();
        return background == null
                ? Color.TRANSPARENT
                : List.copyOf(background.getFills()).getLast().getFill();
    }

    /// The font of captions.
    Font font() {
        return type.getFont();
    }
}
