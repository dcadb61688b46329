/// The first screen: how the checks stand, the newest verdicts, what is missing.
@NullMarked
package dev.parallax.ui.overview;

import org.jspecify.annotations.NullMarked;
