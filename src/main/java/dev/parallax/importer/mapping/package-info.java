/// What the texts of a record mean: one file a format, the same for the bundled presets and for the
/// user's own.
@NullMarked
package dev.parallax.importer.mapping;

import org.jspecify.annotations.NullMarked;
