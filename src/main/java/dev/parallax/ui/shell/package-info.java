/// The main window: navigation, menus, settings, tasks; it wires the screens, which do not know one
/// another.
@NullMarked
package dev.parallax.ui.shell;

import org.jspecify.annotations.NullMarked;
