package dev.parallax.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The colours of the window.
public enum Theme {
    /// Light or dark, as the desktop says.
    SYSTEM,
    LIGHT,
    DARK;

    /// The name in the settings file: `dark`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The theme with this key.
    public static Optional<Theme> byKey(String key) {
        return Arrays.stream(values()).filter(theme -> theme.key().equals(key)).findFirst();
    }
}
