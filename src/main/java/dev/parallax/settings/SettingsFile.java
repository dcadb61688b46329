package dev.parallax.settings;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;

/// The JSON file that keeps the [Settings]. Safe for use by several threads.
public final class SettingsFile {
    private final Path file;

    /// @param file need not exist, nor its folder
    public SettingsFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /// What reading the file gave.
    ///
    /// @param settings the defaults if there is no file or a broken one
    /// @param problem why the file could not be used and where it now is
    public record Reading(Settings settings, Optional<Problem> problem) {}

    /// Reads the settings. A broken file is set aside under another name, so that nothing in it is
    /// lost when settings are written next.
    ///
    /// @throws ProblemException (environment) if the file is there and cannot be read or moved
    public synchronized Reading read() {
        try {
            String text = Files.readString(file);
            return new Reading(SettingsJson.read(text), Optional.empty());
        } catch (NoSuchFileException _) {
            return new Reading(Settings.DEFAULT, Optional.empty());
        } catch (JacksonException broken) {
            return setAside(broken.getOriginalMessage());
        } catch (IllegalArgumentException | CharacterCodingException broken) {
            return setAside(String.valueOf(broken.getMessage()));
        } catch (IOException failed) {
            throw unusable("cannot read the settings", failed);
        }
    }

    /// Writes the settings, whole or not at all. Members of the file this version does not know
    /// stay.
    ///
    /// @throws ProblemException (environment) if the file cannot be written; it is then as it was
    public synchronized void write(Settings settings) {
        Path beside = file.resolveSibling("." + file.getFileName() + "-" + UUID.randomUUID());
        try {
            String text = SettingsJson.write(settings, presentText());
            Files.createDirectories(file.resolveSibling("."));
            writeThrough(beside, text);
            moveOver(beside);
        } catch (IOException failed) {
            throw unusable("cannot write the settings", failed);
        } finally {
            removeIfLeft(beside);
        }
    }

    /// Reads, changes and writes the settings in one go.
    ///
    /// @return the settings written
    /// @throws ProblemException if the file is broken: it is set aside and nothing is written, so
    ///   that the user learns of it
    public synchronized Settings update(UnaryOperator<Settings> change) {
        Reading present = read();
        present.problem()
                .ifPresent(problem -> {
                    throw new ProblemException(problem);
                });
        Settings changed = change.apply(present.settings());
        write(changed);
        return changed;
    }

    private String presentText() throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException _) {
            return "";
        }
    }

    /// On the disk before the move: otherwise a power cut could leave an empty file under the name.
    private static void writeThrough(Path beside, String text) throws IOException {
        try (FileChannel channel =
                FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private void moveOver(Path beside) throws IOException {
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void removeIfLeft(Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException ignored) {
            // the failure to write is already on its way to the user; this one says nothing more
        }
    }

    private Reading setAside(String why) {
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        for (int i = 2; Files.exists(aside); i++) {
            aside = file.resolveSibling(file.getFileName() + ".broken-" + i);
        }
        try {
            Files.move(file, aside);
        } catch (IOException failed) {
            throw unusable("cannot set the broken settings aside", failed);
        }
        return new Reading(
                Settings.DEFAULT,
                Optional.of(
                        Problem.usage(
                                "settings-broken",
                                "cannot use the settings in " + file,
                                why,
                                "the defaults hold for now; the file is kept as " + aside)));
    }

    private ProblemException unusable(String what, IOException failed) {
        return new ProblemException(
                Problem.environment(
                        "settings-unusable",
                        what + " in " + file,
                        failed.toString(),
                        "check that you may read and write the file and its folder"),
                failed);
    }
}
