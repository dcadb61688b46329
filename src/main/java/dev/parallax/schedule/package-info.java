/// When a check is due: a fixed grid of slots, each identified by its due time, and which of them
/// are to be run or have been missed.
@NullMarked
package dev.parallax.schedule;

import org.jspecify.annotations.NullMarked;
