package dev.parallax.importer;

import dev.parallax.importer.layout.Layout;
import dev.parallax.importer.mapping.Mapping;
import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
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
            Mapping mapping = Mappings.reader().read(json(file));
            // what no reader could hold is refused now, and by this name
            Layout.of(mapping.paths(), mapping.rows());
            return mapping;
        } catch (IllegalArgumentException senseless) {
            throw ImportProblems.badMapping(
                    file, String.valueOf(senseless.getMessage()), senseless);
        }
    }

    private static JsonNode json(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw ImportProblems.badMapping(
                        file,
                        Files.exists(file) ? "it is not a file" : "there is no such file",
                        null);
            }
            if (Files.size(file) > LARGEST) {
                throw ImportProblems.badMapping(file, "it is larger than a megabyte", null);
            }
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (CharacterCodingException notText) {
            throw ImportProblems.badMapping(file, "it is no text in UTF-8", notText);
        } catch (AccessDeniedException closed) {
            throw ImportProblems.badMapping(file, "its permissions do not allow it", closed);
        } catch (IOException failed) {
            throw ImportProblems.badMapping(file, "it cannot be read", failed);
        } catch (JacksonException notJson) {
            throw ImportProblems.badMapping(
                    file, "it is no JSON " + ImportProblems.place(notJson), notJson);
        }
    }
}
