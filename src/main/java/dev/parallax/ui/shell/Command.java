package dev.parallax.ui.shell;

import java.util.Locale;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Something the window can do, as the command palette, the menus and the keyboard know it.
///
/// @param name a verb and its object
/// @param keys the keys that do it anywhere in the window, null if there are none
record Command(String name, Feather icon, @Nullable KeyCombination keys, Runnable action) {

    /// Whether the letters of what was typed occur in the name in this order.
    boolean matches(String typed) {
        String text = name.toLowerCase(Locale.ROOT);
        int from = 0;
        for (char letter : typed.toLowerCase(Locale.ROOT).replace(" ", "").toCharArray()) {
            from = text.indexOf(letter, from) + 1;
            if (from == 0) {
                return false;
            }
        }
        return true;
    }

    /// The keys as people write them, empty if there are none.
    String keysText() {
        return keys == null ? "" : keys.getDisplayText();
    }
}
