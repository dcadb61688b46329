package dev.parallax.importer.source;

import dev.parallax.problem.ProblemException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A zip archive whose entries are sources of their own. Stays open while they are read.
final class Archive implements Closeable {
    private static final String ENCRYPTED = "encrypted";

    private final DiskFile file;
    private final ZipFile zip;
    private final Expansion expansion;

    private Archive(DiskFile file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
        this.expansion = new Expansion(file.name(), file.size());
    }

    /// @throws ProblemException if it is damaged, encrypted or no archive of files
    static Archive open(DiskFile file) {
        try {
            var archive = new Archive(file, new ZipFile(file.path().toFile()));
            archive.refuseDocuments();
            return archive;
        } catch (ZipException failed) {
            String message = failed.getMessage();
            if (message != null && message.contains(ENCRYPTED)) {
                throw SourceProblems.encrypted(file.name());
            }
            throw SourceProblems.of(file.name(), failed);
        } catch (IOException failed) {
            throw SourceProblems.of(file.name(), failed);
        }
    }

    private void refuseDocuments() throws IOException {
        if (zip.getEntry("[Content_Types].xml") != null || zip.getEntry("mimetype") != null) {
            close();
            throw SourceProblems.binary(file.name(), "a spreadsheet or another office document");
        }
    }

    /// The files in it, but for hidden ones.
    ///
    /// @throws ProblemException if there are none, or too many
    List<EntryBytes> files() {
        var files = new ArrayList<EntryBytes>();
        var entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (!entry.isDirectory() && !isHidden(entry.getName())) {
                if (files.size() == Sources.MOST_FILES) {
                    throw SourceProblems.tooMany(file.name(), Sources.MOST_FILES);
                }
                files.add(new EntryBytes(this, entry, file.name() + "/" + shown(entry.getName())));
            }
        }
        if (files.isEmpty()) {
            throw SourceProblems.emptyArchive(file.name());
        }
        return files;
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.contains("/.") || name.startsWith("__MACOSX/");
    }

    /// A name may hold anything; what reaches a terminal must not.
    private static String shown(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }

    InputStream open(ZipEntry entry) throws IOException {
        return zip.getInputStream(entry);
    }

    DiskFile file() {
        return file;
    }

    /// What comes out of all entries together.
    Expansion expansion() {
        return expansion;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
