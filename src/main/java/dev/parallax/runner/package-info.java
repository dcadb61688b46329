/// Runs journeys: walks them in a browser or over HTTP, again and again, under one deadline, and
/// says how it ended. Nothing that goes wrong on the way is thrown; it is in the
/// [dev.parallax.measure.Run].
@NullMarked
package dev.parallax.runner;

import org.jspecify.annotations.NullMarked;
