/// Schedules, the history of runs and one run in detail.
@NullMarked
package dev.parallax.ui.checks;

import org.jspecify.annotations.NullMarked;
