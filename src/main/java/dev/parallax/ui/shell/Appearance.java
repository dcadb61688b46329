package dev.parallax.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.parallax.settings.Theme;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/// Light or dark: as chosen, or as the system is while nothing was chosen.
final class Appearance {

    private static final String SHEET = sheet();

    private final ObjectProperty<Theme> choice = new SimpleObjectProperty<>(Theme.SYSTEM);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    Appearance() {
        choice.subscribe(this::apply);
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> apply());
    }

    ObjectProperty<Theme> choice() {
        return choice;
    }

    /// Whether the window is dark now.
    ReadOnlyBooleanProperty dark() {
        return dark.getReadOnlyProperty();
    }

    /// The other of light and dark, whatever the system says.
    Theme other() {
        return dark.get() ? Theme.LIGHT : Theme.DARK;
    }

    /// Dresses a window; every scene needs it once.
    static void dress(Scene scene) {
        scene.getStylesheets().add(SHEET);
    }

    private void apply() {
        boolean nowDark =
                switch (choice.get()) {
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                    case LIGHT -> false;
                    case DARK -> true;
                };
        dark.set(nowDark);
        Application.setUserAgentStylesheet(
                nowDark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
    }

    private static String sheet() {
        URL url = Appearance.class.getResource("/dev/parallax/ui/app.css");
        return Objects.requireNonNull(url, "app.css is missing").toExternalForm();
    }
}
