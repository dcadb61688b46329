/// What real users lived through: data sets of page views, their columns, segments and the scans
/// over them.
@NullMarked
package dev.parallax.rum;

import org.jspecify.annotations.NullMarked;
