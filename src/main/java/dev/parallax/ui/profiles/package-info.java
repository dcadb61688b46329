/// The profiles to run under: presets with their sources, and an editor for own ones.
@NullMarked
package dev.parallax.ui.profiles;

import org.jspecify.annotations.NullMarked;
