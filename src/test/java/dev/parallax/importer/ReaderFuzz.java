package dev.parallax.importer;

import dev.parallax.importer.source.Packed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What `./test --fuzz` gives to Jazzer: it calls [#fuzzerTestOneInput] with whatever leads the
/// readers to code they have not been in. Run by itself it writes the files to start from.
public final class ReaderFuzz {
    private static final Path FOLDER = folder();

    private ReaderFuzz() {}

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("reader-fuzz");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Goes once through every reader, so that loading them is on no input's account.
    public static void fuzzerInitialize() {
        new HostileInputs().sound().values().forEach(ReaderFuzz::fuzzerTestOneInput);
    }

    /// Imports a file of these bytes; throws if that ends in anything but page views or one
    /// problem.
    public static void fuzzerTestOneInput(byte[] bytes) {
        Path file = Packed.write(FOLDER, "views.txt", bytes);
        file.toFile().deleteOnExit();
        HostileImport.of(file);
    }

    /// Writes a sound file of each format, plain and packed.
    static void main(String... arguments) {
        Path corpus = Path.of(arguments[0]);
        new HostileInputs()
                .sound()
                .forEach((name, bytes) -> {
                    Packed.write(corpus, name, bytes);
                    Packed.write(corpus, name + ".gz", Packed.gzip(bytes));
                });
    }
}
