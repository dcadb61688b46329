package dev.parallax.importer.source;

import java.io.IOException;
import java.io.InputStream;

/// Where the bytes of one source come from: a file, or an entry of an archive.
sealed interface Bytes permits FileBytes, EntryBytes {
    /// For people: `export.zip/2026-11.csv`.
    String name();

    /// Bytes it takes on the disk.
    long size();

    DiskFile file();

    /// The unpacked bytes, to look at the first of them.
    InputStream look() throws IOException;

    /// The unpacked bytes, all of them to be read.
    AheadReader.Content open() throws IOException;
}
