package dev.parallax.journey;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One step to and from its JSON object; the member `type` tells the kinds apart.
final class StepJson {
    private static final List<String> TYPES =
            List.of(
                    "navigate",
                    "click",
                    "fill",
                    "select",
                    "press",
                    "wait",
                    "assert",
                    "request",
                    "page");

    private StepJson() {}

    static ObjectNode write(Step step, JsonMapper mapper) {
        ObjectNode json = mapper.createObjectNode();
        switch (step) {
            case Step.Navigate(var label, var url) ->
                    json.put("type", "navigate").put("label", label).put("url", url);
            case Step.Click(var label, var target) ->
                    target(json.put("type", "click").put("label", label), target);
            case Step.Fill(var label, var target, var text) ->
                    target(json.put("type", "fill").put("label", label), target).put("text", text);
            case Step.Select(var label, var target, var option) ->
                    target(json.put("type", "select").put("label", label), target)
                            .put("option", option);
            case Step.Press(var label, var target, var key) -> {
                json.put("type", "press").put("label", label).put("key", key);
                if (target != null) {
                    target(json, target);
                }
            }
            case Step.Wait(var label, var condition) ->
                    write(condition, json.put("type", "wait").put("label", label));
            case Step.Assert(var label, var assertion) ->
                    write(assertion, json.put("type", "assert").put("label", label));
            case Step.Request(var label, var method, var url, var headers, var body) -> {
                json.put("type", "request")
                        .put("label", label)
                        .put("method", method)
                        .put("url", url);
                ObjectNode members = json.putObject("headers");
                new TreeMap<>(headers).forEach(members::put);
                if (body != null) {
                    json.put("body", body);
                }
            }
            case Step.PageMark(var page) -> json.put("type", "page").put("page", page);
        }
        return json;
    }

    private static void write(Condition condition, ObjectNode json) {
        switch (condition) {
            case Condition.ElementVisible(var target) -> target(json, target);
            case Condition.UrlContains(var text) -> json.put("urlContains", text);
            case Condition.Passed(var length) -> json.put("millis", length.toMillis());
        }
    }

    private static void write(Assertion assertion, ObjectNode json) {
        switch (assertion) {
            case Assertion.ElementVisible(var target) -> target(json, target);
            case Assertion.ElementText(var target, var text) ->
                    target(json, target).put("text", text);
            case Assertion.UrlContains(var text) -> json.put("urlContains", text);
            case Assertion.StatusIs(var status) -> json.put("status", status);
            case Assertion.BodyContains(var text) -> json.put("bodyContains", text);
            case Assertion.FasterThan(var limit) -> json.put("fasterThanMillis", limit.toMillis());
        }
    }

    private static ObjectNode target(ObjectNode json, Target target) {
        ArrayNode selectors = json.putArray("target");
        target.selectors().forEach(selectors::add);
        return json;
    }

    /// @throws IllegalArgumentException naming the place and what is wrong with the step
    static Step read(JsonMembers json) {
        String type = json.text("type");
        try {
            Step step = read(json, type);
            json.refuseOthers();
            return step;
        } catch (IllegalArgumentException refused) {
            String message = String.valueOf(refused.getMessage());
            throw message.startsWith(json.place())
                    ? refused
                    : json.refuse("is refused: " + message);
        }
    }

    private static Step read(JsonMembers json, String type) {
        return switch (type) {
            case "navigate" -> new Step.Navigate(label(json, json.text("url")), json.text("url"));
            case "click" -> new Step.Click(label(json, "Click"), target(json));
            case "fill" -> new Step.Fill(label(json, "Fill"), target(json), json.text("text"));
            case "select" ->
                    new Step.Select(label(json, "Select"), target(json), json.text("option"));
            case "press" ->
                    new Step.Press(
                            label(json, "Press"),
                            json.has("target") ? target(json) : null,
                            json.text("key"));
            case "wait" -> new Step.Wait(label(json, "Wait"), condition(json));
            case "assert" -> new Step.Assert(label(json, "Assert"), assertion(json));
            case "request" ->
                    new Step.Request(
                            label(json, json.text("method") + " " + json.text("url")),
                            json.text("method"),
                            json.text("url"),
                            json.texts("headers"),
                            json.optionalText("body"));
            case "page" -> new Step.PageMark(json.text("page"));
            default ->
                    throw json.refuse(
                            "has the unknown type \""
                                    + type
                                    + "\"; known are "
                                    + String.join(", ", TYPES));
        };
    }

    private static String label(JsonMembers json, String substitute) {
        @Nullable String label = json.optionalText("label");
        return label == null || label.isBlank() ? substitute : label;
    }

    private static Target target(JsonMembers json) {
        return new Target(
                json.list("target").stream()
                        .map(selector -> {
                            if (!selector.isString()) {
                                throw json.refuse("has a selector that is not a text");
                            }
                            return selector.asString();
                        })
                        .toList());
    }

    private static Condition condition(JsonMembers json) {
        if (json.has("target")) {
            return new Condition.ElementVisible(target(json));
        }
        if (json.has("urlContains")) {
            return new Condition.UrlContains(json.text("urlContains"));
        }
        return new Condition.Passed(Duration.ofMillis(json.wholeNumber("millis")));
    }

    private static Assertion assertion(JsonMembers json) {
        if (json.has("target")) {
            Target target = target(json);
            return json.has("text")
                    ? new Assertion.ElementText(target, json.text("text"))
                    : new Assertion.ElementVisible(target);
        }
        if (json.has("urlContains")) {
            return new Assertion.UrlContains(json.text("urlContains"));
        }
        if (json.has("status")) {
            return new Assertion.StatusIs(json.wholeNumber("status"));
        }
        if (json.has("bodyContains")) {
            return new Assertion.BodyContains(json.text("bodyContains"));
        }
        return new Assertion.FasterThan(Duration.ofMillis(json.wholeNumber("fasterThanMillis")));
    }
}
