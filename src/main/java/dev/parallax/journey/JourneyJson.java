package dev.parallax.journey;

import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON form of a journey, version 1; described in `docs/journey-format.md`.
///
/// Written and read without loss: `read(write(journey))` equals the journey. Unknown members are
/// refused rather than dropped, so that a file of a newer version is not silently walked in part.
public final class JourneyJson {
    /// The version this class writes and the newest it reads.
    public static final int VERSION = 1;

    private static final String FORMAT = "parallax-journey";
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JourneyJson() {}

    /// The journey as indented JSON with a final line feed.
    public static String write(Journey journey) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", FORMAT).put("version", VERSION);
        root.put("name", journey.name()).put("kind", journey.kind().key());
        ObjectNode variables = root.putObject("variables");
        new TreeMap<>(journey.variables()).forEach(variables::put);
        ArrayNode prelude = root.putArray("prelude");
        journey.prelude().forEach(step -> prelude.add(StepJson.write(step, MAPPER)));
        ArrayNode steps = root.putArray("steps");
        journey.steps().forEach(step -> steps.add(StepJson.write(step, MAPPER)));
        return MAPPER.writeValueAsString(root) + "\n";
    }

    /// The journey in a JSON text.
    ///
    /// @param source what the text is called in messages, such as a file name
    /// @throws ProblemException (usage) if the text is no JSON, no journey, of a newer version, or
    ///   has a step or member this version does not know; the message names the step
    public static Journey read(String json, String source) {
        JsonNode root = parse(json, source);
        try {
            return journey(new JsonMembers(root, "the file"));
        } catch (IllegalArgumentException refused) {
            throw new ProblemException(
                    Problem.usage(
                            "journey-invalid",
                            "cannot read the journey in " + source,
                            String.valueOf(refused.getMessage()),
                            "docs/journey-format.md describes each member"),
                    refused);
        }
    }

    private static JsonNode parse(String json, String source) {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (root != null && root.isObject()) {
                return root;
            }
            throw notAJourney(source, "it is not a JSON object", null);
        } catch (JacksonException broken) {
            throw notAJourney(source, broken.getOriginalMessage(), broken);
        }
    }

    private static ProblemException notAJourney(
            String source, String why, @org.jspecify.annotations.Nullable Throwable cause) {
        Problem problem =
                Problem.usage(
                        "journey-not-json",
                        "cannot read the journey in " + source,
                        why,
                        "give a journey in Parallax' JSON form, see docs/journey-format.md");
        return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
    }

    private static Journey journey(JsonMembers root) {
        if (!FORMAT.equals(root.text("format"))) {
            throw new IllegalArgumentException("\"format\" is not \"" + FORMAT + "\"");
        }
        int version = root.wholeNumber("version");
        if (version < 1 || version > VERSION) {
            throw new IllegalArgumentException(
                    "version " + version + " is not one this program reads (1 to " + VERSION + ")");
        }
        Journey.Kind kind = kind(root.text("kind"));
        Map<String, String> variables = root.texts("variables");
        List<Step> prelude = steps(root, "prelude", "prelude step");
        List<Step> steps = steps(root, "steps", "step");
        String name = root.text("name");
        root.refuseOthers();
        return new Journey(name, kind, new LinkedHashMap<>(variables), prelude, steps);
    }

    private static Journey.Kind kind(String key) {
        for (Journey.Kind kind : Journey.Kind.values()) {
            if (kind.key().equals(key)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "\"kind\" is \"" + key + "\", not \"browser\" or \"http\"");
    }

    private static List<Step> steps(JsonMembers root, String member, String each) {
        List<Step> steps = new ArrayList<>();
        for (JsonNode node : root.list(member)) {
            steps.add(StepJson.read(new JsonMembers(node, each + " " + (steps.size() + 1))));
        }
        return steps;
    }
}
