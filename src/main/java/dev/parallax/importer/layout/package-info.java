/// Where the texts of a record are: paths into JSON, columns and keys, and the readers that find
/// them. Knows nothing of what the texts mean.
@NullMarked
package dev.parallax.importer.layout;

import org.jspecify.annotations.NullMarked;
