package dev.parallax.store;

import dev.parallax.problem.Problem;
import dev.parallax.rum.KnownFile;
import java.time.ZoneOffset;

/// What is said of files that were imported before.
final class KnownFiles {
    private KnownFiles() {}

    static Problem alreadyIn(String file, KnownFile known) {
        return Problem.usage(
                "import-file-known",
                "cannot import \"" + file + "\" into \"" + known.dataset() + "\"",
                "it is in there already: %s, imported %s as import %d"
                        .formatted(
                                known.file().equals(file)
                                        ? "the same file"
                                        : "the same content as \"" + known.file() + "\"",
                                day(known),
                                known.importId()),
                "leave it out, or remove that import first");
    }

    static Problem twice(String file) {
        return Problem.usage(
                "import-file-twice",
                "cannot import \"" + file + "\"",
                "another of the files has the same content",
                "leave one of them out");
    }

    static String elsewhere(String file, KnownFile known) {
        return "\"%s\" was imported into \"%s\" already, on %s."
                .formatted(file, known.dataset(), day(known));
    }

    private static String day(KnownFile known) {
        return known.imported().atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
