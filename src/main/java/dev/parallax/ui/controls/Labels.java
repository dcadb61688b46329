package dev.parallax.ui.controls;

import javafx.scene.control.Label;

/// The five tiers of text. Whatever is written in the window is one of them.
public final class Labels {
    private Labels() {}

    /// The name of a screen.
    public static Label title(String text) {
        return tier(text, "tier-title");
    }

    /// The name of a card or a section.
    public static Label heading(String text) {
        return tier(text, "tier-heading");
    }

    /// Ordinary text.
    public static Label body(String text) {
        return tier(text, "tier-body");
    }

    /// Secondary text: hints, units, times.
    public static Label caption(String text) {
        return tier(text, "tier-caption");
    }

    /// A number that is meant to be seen first.
    public static Label figure(String text) {
        return tier(text, "tier-figure");
    }

    /// Ordinary text over as many lines as it takes.
    public static Label paragraph(String text) {
        Label label = body(text);
        label.setWrapText(true);
        label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        return label;
    }

    private static Label tier(String text, String styleClass) {
        var label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
