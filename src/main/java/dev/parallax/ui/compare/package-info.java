/// The lab against the field: the question, the verdict and its evidence.
@NullMarked
package dev.parallax.ui.compare;

import org.jspecify.annotations.NullMarked;
