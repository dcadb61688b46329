package dev.parallax.importer.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The walker finds in random documents what a plain search through the tree finds.
final class RandomJsonTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int CASES = 3_000;

    @Test
    void findsWhatASearchThroughTheTreeFinds() {
        for (int seed = 0; seed < CASES; seed++) {
            var random = new Random(seed);
            JsonNode document = object(random, 4);
            List<FieldPath> paths = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                paths.add(FieldPath.parse(path(random)));
            }
            var expected = new TreeSet<String>();
            for (int slot = 0; slot < paths.size(); slot++) {
                search(document, paths.get(slot).segments(), 0, slot, expected);
            }
            var told = new Told();
            new JsonRecords(Layout.of(paths, Optional.empty()), List.of())
                    .readDocuments(new StringReader(JSON.writeValueAsString(document)), told);
            String[] found = told.records().getFirst().split(" ");
            var actual = new TreeSet<>(List.of(found).subList(1, found.length));
            assertThat(actual).as("seed %d: %s in %s", seed, paths, document).isEqualTo(expected);
        }
    }

    private static ObjectNode object(Random random, int depth) {
        ObjectNode object = JSON.createObjectNode();
        for (int i = 0; i < 3; i++) {
            object.set(name(random), value(random, depth - 1));
        }
        return object;
    }

    private static JsonNode value(Random random, int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            return object(random, depth);
        }
        if (depth > 0 && random.nextInt(2) == 0) {
            ArrayNode array = JSON.createArrayNode();
            for (int i = random.nextInt(4); i > 0; i--) {
                array.add(value(random, depth - 1));
            }
            return array;
        }
        return JSON.getNodeFactory().stringNode("v" + random.nextInt(3));
    }

    private static String name(Random random) {
        return String.valueOf((char) ('a' + random.nextInt(3)));
    }

    private static String path(Random random) {
        var path = new StringBuilder(name(random));
        for (int i = random.nextInt(3); i > 0; i--) {
            if (random.nextInt(3) == 0) {
                path.append('[')
                        .append(name(random))
                        .append("=v")
                        .append(random.nextInt(3))
                        .append(']');
            }
            path.append('.').append(name(random));
        }
        return path.toString();
    }

    private static void search(
            JsonNode node,
            List<FieldPath.Segment> segments,
            int depth,
            int slot,
            Set<String> into) {
        JsonNode next = node.get(segments.get(depth).name());
        if (next != null) {
            follow(next, segments, depth, slot, into);
        }
    }

    private static void follow(
            JsonNode node,
            List<FieldPath.Segment> segments,
            int depth,
            int slot,
            Set<String> into) {
        FieldPath.Choice choice = segments.get(depth).choice();
        if (node.isArray()) {
            node.forEach(element -> follow(element, segments, depth, slot, into));
        } else if (depth == segments.size() - 1) {
            if (node.isString()) {
                into.add(slot + "=" + node.stringValue());
            }
        } else if (node.isObject()) {
            boolean isChosen =
                    choice == null
                            || (node.has(choice.key())
                                    && node.get(choice.key()).isString()
                                    && node.get(choice.key()).stringValue().equals(choice.value()));
            if (isChosen) {
                search(node, segments, depth + 1, slot, into);
            }
        }
    }
}
