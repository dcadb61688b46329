/// What keeps private data from reaching the disk: pseudonyms for ids, masks for what is written
/// into addresses and texts.
@NullMarked
package dev.parallax.importer.privacy;

import org.jspecify.annotations.NullMarked;
