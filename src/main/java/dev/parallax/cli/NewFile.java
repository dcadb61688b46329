package dev.parallax.cli;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Writes what a command was asked for into a file of the user's, never over one that is there.
final class NewFile {
    private NewFile() {}

    /// Writes a text as UTF-8.
    ///
    /// @throws ProblemException if the file exists (usage) or cannot be written (environment)
    static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes bytes.
    ///
    /// @throws ProblemException if the file exists (usage) or cannot be written (environment)
    static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException exists) {
            throw new ProblemException(
                    Problem.usage(
                            "file-exists",
                            "cannot write " + file,
                            "the file exists already",
                            "choose another name or delete it first"),
                    exists);
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.environment(
                            "file-not-written",
                            "cannot write " + file,
                            failed.toString(),
                            "check that the folder exists and has room"),
                    failed);
        }
    }
}
