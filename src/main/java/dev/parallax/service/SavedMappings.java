package dev.parallax.service;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The mappings that the user made with the assistant: files in a folder of the settings, each used
/// again for the next export with the same columns.
public final class SavedMappings {
    private static final int LONGEST_NAME = 60;

    private final Path folder;

    /// @param folder need not exist
    public SavedMappings(Path folder) {
        this.folder = folder;
    }

    /// All of them, by name.
    public List<Path> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException failed) {
            throw unreadable(folder, failed);
        }
    }

    /// The mapping made for a file with these columns; the first by name if there are several. A
    /// file that is no mapping is passed over.
    public Optional<Path> fitting(List<String> columns) {
        Set<String> present = Set.copyOf(columns);
        return list().stream().filter(file -> fits(file, present)).findFirst();
    }

    private static boolean fits(Path file, Set<String> columns) {
        try {
            JsonNode signatures =
                    JsonMapper.shared().readTree(Files.readString(file)).path("detect");
            for (JsonNode signature : signatures) {
                boolean fits = !signature.isEmpty();
                for (JsonNode column : signature) {
                    fits &= columns.contains(column.asString(""));
                }
                if (fits) {
                    return true;
                }
            }
            return false;
        } catch (JacksonException noJson) {
            return false;
        } catch (IOException failed) {
            throw unreadable(file, failed);
        }
    }

    /// Keeps a mapping, in place of one of the same name.
    ///
    /// @param name for people; letters and digits of it become the file's name
    /// @throws ProblemException if it cannot be written
    public Path save(String name, String json) {
        String simple = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").strip();
        String cut = simple.length() > LONGEST_NAME ? simple.substring(0, LONGEST_NAME) : simple;
        Path file = folder.resolve((cut.isBlank() || cut.equals("-") ? "mapping" : cut) + ".json");
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            Files.writeString(beside, json);
            return Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.environment(
                            "mapping-not-saved",
                            "cannot save the mapping " + file,
                            failed.toString(),
                            "check that the settings folder can be written to"),
                    failed);
        }
    }

    private static ProblemException unreadable(Path file, IOException why) {
        return new ProblemException(
                Problem.environment(
                        "mapping-unreadable",
                        "cannot read the mappings in " + file,
                        why.toString(),
                        "check that the settings folder can be read"),
                why);
    }
}
