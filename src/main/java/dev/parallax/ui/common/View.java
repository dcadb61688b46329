package dev.parallax.ui.common;

import javafx.scene.layout.Region;

/// One screen's nodes. Between [#attach()] and [#detach()] it is on show; only then may it listen
/// to things that live longer than itself.
public interface View {

    /// The root of the screen, always the same one.
    Region node();

    /// The screen comes on show: loads what it shows.
    void attach();

    /// The screen leaves the window.
    default void detach() {}
}
