/// The demonstration: a small web shop served on loopback, and simulated page views of it. What
/// newcomers try the product on, and what its tests measure.
@NullMarked
package dev.parallax.demo;

import org.jspecify.annotations.NullMarked;
