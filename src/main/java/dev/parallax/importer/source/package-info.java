/// The files that an import reads: found in folders and archives, unpacked, decoded to text, hashed
/// and watched for change. Knows nothing of what is in them.
@NullMarked
package dev.parallax.importer.source;

import org.jspecify.annotations.NullMarked;
