/// The journeys of the workspace and their steps.
@NullMarked
package dev.parallax.ui.journeys;

import org.jspecify.annotations.NullMarked;
