package dev.parallax.importer;

import dev.parallax.importer.mapping.Mapping;
import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A mapping that the user made, by hand or with the assistant.
final class MappingFile {
    /// Larger files are no mappings.
    private static final long LARGEST = 1 << 20;

    private MappingFile() {}

    /// Reads the file.
    ///
    /// @throws ProblemException if it is not there or makes no sense; the problem says where
    static Mapping read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw ImportProblems.badMapping(file, "it is larger than a megabyte", null);
            }
            return Mappings.reader().read(JsonMapper.shared().readTree(Files.readString(file)));
        } catch (IOException failed) {
            throw ImportProblems.badMapping(file, "it cannot be read", failed);
        } catch (JacksonException notJson) {
            throw ImportProblems.badMapping(
                    file, "it is no JSON " + ImportProblems.place(notJson), notJson);
        } catch (IllegalArgumentException senseless) {
            throw ImportProblems.badMapping(
                    file, String.valueOf(senseless.getMessage()), senseless);
        }
    }
}
