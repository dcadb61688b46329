package dev.parallax.ui.shell;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// The keys that work anywhere in the window; the modifier is Ctrl, on a Mac ⌘.
final class MainKeys {
    static final KeyCombination PALETTE = with(KeyCode.K);
    static final KeyCombination OPEN = with(KeyCode.O);
    static final KeyCombination NEW = with(KeyCode.N);
    static final KeyCombination SETTINGS = with(KeyCode.COMMA);
    static final KeyCombination TASKS = with(KeyCode.J);
    static final KeyCombination THEME =
            new KeyCodeCombination(
                    KeyCode.L, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    static final KeyCombination QUIT = with(KeyCode.Q);

    private MainKeys() {}

    /// The keys that go to a place.
    static KeyCombination of(Place place) {
        return with(digit(place));
    }

    /// The digit of a place.
    static KeyCode digit(Place place) {
        return KeyCode.getKeyCode(String.valueOf(place.digit()));
    }

    private static KeyCombination with(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }
}
