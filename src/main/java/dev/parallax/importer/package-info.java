/// Reads files of real users' page views, whatever tool wrote them, and says exactly what it took
/// and what not.
@NullMarked
package dev.parallax.importer;

import org.jspecify.annotations.NullMarked;
