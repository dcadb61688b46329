/// How long work tells where it stands and learns that nobody wants it any more.
@NullMarked
package dev.parallax.progress;

import org.jspecify.annotations.NullMarked;
