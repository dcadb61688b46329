/// Small controls the screens are put together from.
@NullMarked
package dev.parallax.ui.controls;

import org.jspecify.annotations.NullMarked;
