/// The vocabulary lab and field share: metrics with unit and thresholds, dimensions, page
/// templates.
@NullMarked
package dev.parallax.metric;

import org.jspecify.annotations.NullMarked;
