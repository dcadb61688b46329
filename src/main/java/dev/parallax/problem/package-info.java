/// What went wrong, in words a person can act on. Knows nothing of the rest of the product.
@NullMarked
package dev.parallax.problem;

import org.jspecify.annotations.NullMarked;
