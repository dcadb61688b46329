package dev.parallax.ui.journeys;

import dev.parallax.journey.Assertion;
import dev.parallax.journey.Condition;
import dev.parallax.journey.Step;
import dev.parallax.journey.Target;
import dev.parallax.ui.common.Numbers;
import dev.parallax.ui.common.Texts;
import org.kordamp.ikonli.feather.Feather;

/// A step in the words of the step list.
///
/// @param kind what the step does, one verb
/// @param detail on what: an address, a selector, a text
record StepWords(Feather icon, String kind, String detail) {

    static StepWords of(Step step) {
        return switch (step) {
            case Step.Navigate(_, var url) ->
                    new StepWords(Feather.GLOBE, Texts.of("step.navigate"), url);
            case Step.Click(_, var target) ->
                    new StepWords(Feather.MOUSE_POINTER, Texts.of("step.click"), name(target));
            case Step.Fill(_, var target, var text) ->
                    new StepWords(
                            Feather.EDIT_3,
                            Texts.of("step.fill"),
                            Texts.of("step.fill.detail", name(target), text));
            case Step.Select(_, var target, var option) ->
                    new StepWords(
                            Feather.LIST,
                            Texts.of("step.select"),
                            Texts.of("step.select.detail", name(target), option));
            case Step.Press(_, var target, var key) ->
                    new StepWords(
                            Feather.COMMAND,
                            Texts.of("step.press"),
                            target == null
                                    ? key
                                    : Texts.of("step.press.detail", key, name(target)));
            case Step.Wait(_, var condition) ->
                    new StepWords(Feather.CLOCK, Texts.of("step.wait"), words(condition));
            case Step.Assert(_, var assertion) ->
                    new StepWords(Feather.CHECK_SQUARE, Texts.of("step.assert"), words(assertion));
            case Step.Request(_, var method, var url, _, _) ->
                    new StepWords(Feather.SEND, Texts.of("step.request"), method + " " + url);
            case Step.PageMark(var page) ->
                    new StepWords(Feather.FLAG, Texts.of("step.page"), page);
        };
    }

    private static String words(Condition condition) {
        return switch (condition) {
            case Condition.ElementVisible(var target) ->
                    Texts.of("condition.visible", name(target));
            case Condition.UrlContains(var text) -> Texts.of("condition.url", text);
            case Condition.Passed(var length) ->
                    Texts.of("condition.passed", Numbers.duration(length));
        };
    }

    private static String words(Assertion assertion) {
        return switch (assertion) {
            case Assertion.ElementVisible(var target) ->
                    Texts.of("condition.visible", name(target));
            case Assertion.ElementText(var target, var text) ->
                    Texts.of("assertion.text", name(target), text);
            case Assertion.UrlContains(var text) -> Texts.of("condition.url", text);
            case Assertion.StatusIs(var status) ->
                    Texts.of("assertion.status", String.valueOf(status));
            case Assertion.BodyContains(var text) -> Texts.of("assertion.body", text);
            case Assertion.FasterThan(var limit) ->
                    Texts.of("assertion.faster", Numbers.duration(limit));
        };
    }

    private static String name(Target target) {
        // what the recorder finds by role, label or text the engine writes with a prefix of its own
        return target.selectors().getFirst().replaceFirst("^internal:", "");
    }
}
