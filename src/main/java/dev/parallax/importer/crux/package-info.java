/// Reads the Chrome UX Report: distributions that Google summed up from page views nobody has.
@NullMarked
package dev.parallax.importer.crux;

import org.jspecify.annotations.NullMarked;
