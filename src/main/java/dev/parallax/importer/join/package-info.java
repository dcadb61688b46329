/// Joins the records that tell of one page view, by a real identity only, in bounded memory and
/// whatever their order.
@NullMarked
package dev.parallax.importer.join;

import org.jspecify.annotations.NullMarked;
