package dev.parallax.ui.controls;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The kinds of buttons there are.
public final class Buttons {
    private Buttons() {}

    /// The one thing a screen is for; at most one is on show.
    public static Button primary(String text, Feather icon, Runnable action) {
        Button button = plain(text, icon, action);
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    public static Button plain(String text, Feather icon, Runnable action) {
        var button = new Button(text, Icons.of(icon));
        button.setOnAction(_ -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /// A button that is only an icon; its text is the tooltip and what a screen reader says.
    public static Button icon(String text, Feather icon, Runnable action) {
        var button = new Button(null, Icons.of(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "quiet");
        button.setTooltip(new Tooltip(text));
        button.setAccessibleText(text);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// A button that looks like a link, for an action inside a sentence or a row.
    public static Button link(String text, Runnable action) {
        var button = new Button(text);
        button.getStyleClass().addAll(Styles.FLAT, Styles.ACCENT, "link");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
