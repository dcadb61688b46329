/// What a run measured and under which conditions: profiles, runs, step results, waterfalls.
@NullMarked
package dev.parallax.measure;

import org.jspecify.annotations.NullMarked;
