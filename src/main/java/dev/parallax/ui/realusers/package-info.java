/// Data sets of real users: import, quality, pages and percentiles.
@NullMarked
package dev.parallax.ui.realusers;

import org.jspecify.annotations.NullMarked;
