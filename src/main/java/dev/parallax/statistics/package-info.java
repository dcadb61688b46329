/// Distributions, quantiles and intervals of plain numbers, exact where they say exact; knows
/// nothing of the web. Every formula cites its source.
@NullMarked
package dev.parallax.statistics;

import org.jspecify.annotations.NullMarked;
