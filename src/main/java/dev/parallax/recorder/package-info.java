/// Makes journeys of what a person does in a browser.
@NullMarked
package dev.parallax.recorder;

import org.jspecify.annotations.NullMarked;
