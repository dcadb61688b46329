package dev.parallax.importer;

import dev.parallax.importer.mapping.Mapping;
import dev.parallax.importer.mapping.MappingJson;
import dev.parallax.importer.mapping.SharedWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The bundled mappings, each a file in `mappings`.
final class Mappings {
    /// In the order in which a file is tried: what has clear marks first, what is told by words
    /// last.
    private static final List<String> KEYS =
            List.of(
                    "datadog",
                    "datadog-csv",
                    "elastic",
                    "elastic-v3",
                    "elastic-csv",
                    "faro",
                    "faro-logfmt",
                    "otlp",
                    "otlp-logs",
                    "adobe",
                    "sentry",
                    "sentry-events",
                    "sentry-csv",
                    "ga4",
                    "ga4-csv",
                    "newrelic",
                    "newrelic-csv",
                    "azure",
                    "azure-json",
                    "azure-csv",
                    "dynatrace",
                    "dynatrace-table",
                    "dynatrace-csv",
                    "snowplow",
                    "snowplow-json",
                    "speedcurve",
                    "boomerang",
                    "w3c-timing",
                    "w3c-navigation",
                    "web-vitals",
                    "csv");

    private final List<Mapping> mappings;

    private Mappings(List<Mapping> mappings) {
        this.mappings = mappings;
    }

    /// Reads the bundled mappings.
    static Mappings bundled() {
        MappingJson reader = reader();
        return new Mappings(KEYS.stream().map(key -> reader.read(resource(key))).toList());
    }

    /// What reads mappings that build on the words all formats share.
    static MappingJson reader() {
        return new MappingJson(new SharedWords(resource("words")));
    }

    private static JsonNode resource(String name) {
        try (InputStream file = Mappings.class.getResourceAsStream("mappings/" + name + ".json")) {
            if (file == null) {
                throw new IllegalStateException("mapping " + name + " is missing");
            }
            return JsonMapper.shared().readTree(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The keys by which the formats are asked for.
    static List<String> keys() {
        return KEYS;
    }

    List<Mapping> all() {
        return mappings;
    }

    /// The mapping of a format.
    ///
    /// @throws dev.parallax.problem.ProblemException if there is no such format
    Mapping get(String key) {
        return mappings.stream()
                .filter(known -> known.format().key().equals(key))
                .findFirst()
                .orElseThrow(() -> ImportProblems.unknownFormat(key, Importer.formats()));
    }
}
