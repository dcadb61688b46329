/// What a visitor does: journeys, their steps and targets, and the JSON form they are kept in.
@NullMarked
package dev.parallax.journey;

import org.jspecify.annotations.NullMarked;
