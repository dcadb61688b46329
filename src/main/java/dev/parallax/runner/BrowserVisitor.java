package dev.parallax.runner;

import dev.parallax.browser.Visit;
import dev.parallax.journey.Assertion;
import dev.parallax.journey.Condition;
import dev.parallax.journey.Step;
import dev.parallax.journey.Target;
import dev.parallax.journey.Variables;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Does the steps of one iteration in a browser, with their texts filled in. A secret is for the
/// origin of the page it is typed into, or of the URL it is sent to.
final class BrowserVisitor implements Steps.Walker {
    private static final Problem HANGS =
            Problem.failed(
                    "page-hangs",
                    "the page does not answer any more",
                    "one of its scripts seems to run without end",
                    "look what the page does at this step");

    private final Visit visit;
    private final Texts texts;
    private final StepWatch watch;

    BrowserVisitor(Visit visit, Texts texts, StepWatch watch) {
        this.visit = visit;
        this.texts = texts;
        this.watch = watch;
    }

    @Override
    public void preludeIsOver() {
        visit.endPrelude();
    }

    @Override
    public Steps.@Nullable Match walk(Step step) {
        try (var _ = watch.watch(step)) {
            return BrowserWalk.lossTold(() -> does(step));
        } catch (LostEngineException lost) {
            if (watch.hasEnded()) {
                throw new ProblemException(HANGS, lost);
            }
            throw lost;
        }
    }

    private Steps.@Nullable Match does(Step step) {
        return switch (step) {
            case Step.Navigate(_, var url) -> {
                visit.navigate(texts.resolveUrl(url));
                yield null;
            }
            case Step.Click(_, var target) -> on(target, visit::click);
            case Step.Fill(_, var target, var text) -> fill(target, text);
            case Step.Select(_, var target, var option) ->
                    on(target, found -> visit.select(found, here(option)));
            case Step.Press(_, var target, var key) -> press(target, key);
            case Step.Wait(_, var condition) -> await(condition);
            case Step.Assert(_, var assertion) -> check(assertion);
            case Step.Request(_, var method, var url, var headers, var body) -> {
                request(method, texts.resolveUrl(url), headers, body);
                yield null;
            }
            case Step.PageMark(var page) -> {
                visit.mark(page);
                yield null;
            }
        };
    }

    private Steps.Match fill(Target target, String text) {
        String value = here(text);
        return Variables.mentionsSecret(text)
                ? on(target, found -> visit.fillSecret(found, value))
                : on(target, found -> visit.fill(found, value));
    }

    private Steps.@Nullable Match press(@Nullable Target target, String key) {
        if (target != null) {
            return on(target, found -> visit.press(found, key));
        }
        visit.press(key);
        return null;
    }

    private Steps.@Nullable Match await(Condition condition) {
        return switch (condition) {
            case Condition.ElementVisible(var target) -> on(target, visit::awaitVisible);
            case Condition.UrlContains(var text) -> {
                visit.awaitUrl(here(text));
                yield null;
            }
            case Condition.Passed(var length) -> {
                visit.pause(length);
                yield null;
            }
        };
    }

    private Steps.@Nullable Match check(Assertion assertion) {
        return switch (assertion) {
            case Assertion.ElementVisible(var target) -> on(target, visit::awaitVisible);
            case Assertion.ElementText(var target, var text) ->
                    on(target, found -> visit.checkText(found, here(text)));
            case Assertion.UrlContains(var text) -> {
                visit.awaitUrl(here(text));
                yield null;
            }
            case Assertion.StatusIs(var status) -> {
                visit.checkStatus(status);
                yield null;
            }
            case Assertion.BodyContains(var text) -> {
                visit.checkBody(here(text));
                yield null;
            }
            case Assertion.FasterThan(var limit) -> {
                visit.checkFasterThan(limit);
                yield null;
            }
        };
    }

    private void request(
            String method, String url, Map<String, String> headers, @Nullable String body) {
        String origin = Texts.originOf(url);
        var resolved = new HashMap<String, String>();
        headers.forEach((name, value) -> resolved.put(name, texts.resolve(value, origin)));
        visit.request(method, url, resolved, body == null ? null : texts.resolve(body, origin));
    }

    /// The text filled in for the page now shown.
    private String here(String text) {
        return texts.resolve(text, Texts.originOf(visit.url()));
    }

    /// Does something with the target filled in, and tells the selector that matched as the journey
    /// has it.
    private Steps.Match on(Target target, Function<Target, String> action) {
        Target resolved = texts.resolve(target);
        int matched = Math.max(resolved.selectors().indexOf(action.apply(resolved)), 0);
        return new Steps.Match(
                target.selectors().get(matched),
                matched == 0 ? null : target.selectors().getFirst());
    }
}
