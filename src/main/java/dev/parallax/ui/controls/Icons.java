package dev.parallax.ui.controls;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons in the colour of the text around them; their size comes from the style sheet.
public final class Icons {
    private Icons() {}

    public static FontIcon of(Feather icon) {
        return new FontIcon(icon);
    }

    /// An icon in one of the theme's meanings.
    ///
    /// @param styleClass such as `success-icon`
    public static FontIcon of(Feather icon, String styleClass) {
        var node = new FontIcon(icon);
        node.getStyleClass().add(styleClass);
        return node;
    }
}
