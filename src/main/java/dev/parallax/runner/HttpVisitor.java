package dev.parallax.runner;

import dev.parallax.http.HttpCall;
import dev.parallax.http.HttpResult;
import dev.parallax.http.HttpResult.Answered;
import dev.parallax.http.HttpSession;
import dev.parallax.journey.Assertion;
import dev.parallax.journey.Condition;
import dev.parallax.journey.Step;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.PageResult;
import dev.parallax.metric.Metric;
import dev.parallax.metric.PageTemplate;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Does the steps of one iteration over HTTP, with their texts filled in. A secret is for the
/// origin it is sent to.
final class HttpVisitor implements Steps.Walker {
    private final HttpSession session;
    private final Texts texts;
    private final Duration limit;
    private final CountDownLatch aborted;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<PageResult> pages = new ArrayList<>();
    private @Nullable Answered last;
    private boolean lastIsOfPrelude;
    private int accepted;

    /// @param limit for each request, its redirects included
    /// @param aborted ends waiting
    HttpVisitor(HttpSession session, Texts texts, Duration limit, CountDownLatch aborted) {
        this.session = session;
        this.texts = texts;
        this.limit = limit;
        this.aborted = aborted;
    }

    List<Exchange> exchanges() {
        return exchanges;
    }

    List<PageResult> pages() {
        return pages;
    }

    @Override
    public void preludeIsOver() {
        lastIsOfPrelude = true;
    }

    @Override
    public Steps.@Nullable Match walk(Step step) {
        try {
            does(step);
            return null;
        } catch (CancellationException cancelled) {
            throw new LostEngineException("the walk was ended", cancelled);
        }
    }

    private void does(Step step) {
        switch (step) {
            case Step.Request(_, var method, var url, var headers, var body) ->
                    send(method, texts.resolveUrl(url), headers, body);
            case Step.Wait(_, Condition.Passed(var length)) -> pause(length);
            case Step.Assert(_, var assertion) -> check(assertion, answer());
            case Step.PageMark(var page) -> mark(page, answer());
            case Step.Wait _,
                    Step.Navigate _,
                    Step.Click _,
                    Step.Fill _,
                    Step.Select _,
                    Step.Press _ ->
                    throw new IllegalStateException("refused at the start: " + step.label());
        }
    }

    private void send(
            String method, String url, Map<String, String> headers, @Nullable String body) {
        String origin = Texts.originOf(url);
        var resolved = new HashMap<String, String>();
        headers.forEach((name, value) -> resolved.put(name, texts.resolve(value, origin)));
        String content = body == null ? null : texts.resolve(body, origin);
        var call = new HttpCall(method, url, resolved, content, limit, texts.secrets());
        HttpResult result = session.send(call);
        exchanges.addAll(result.exchanges());
        switch (result) {
            case Answered answered -> {
                last = answered;
                lastIsOfPrelude = false;
                accepted = 0;
            }
            case HttpResult.Failed(var problem, var detail, _) ->
                    throw new ProblemException(problem, new IOException(detail));
        }
    }

    private void pause(Duration length) {
        try {
            if (aborted.await(length.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new CancellationException("ended while waiting");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LostEngineException("interrupted while waiting", interrupted);
        }
    }

    private void check(Assertion assertion, Answered answered) {
        String origin = Texts.originOf(answered.url());
        switch (assertion) {
            case Assertion.StatusIs(var status) -> {
                accepted = status;
                require(
                        answered.status() == status,
                        "the status is not " + status,
                        "it is " + answered.status());
            }
            case Assertion.BodyContains(var text) ->
                    requireBody(answered, texts.resolve(text, origin));
            case Assertion.FasterThan(var most) ->
                    require(
                            answered.totalMillis() <= most.toNanos() / 1e6,
                            "the answer was not faster than " + most.toMillis() + " ms",
                            "it took " + Math.round(answered.totalMillis()) + " ms");
            case Assertion.UrlContains(var text) ->
                    require(
                            answered.url().contains(texts.resolve(text, origin)),
                            "the address does not contain \"" + text + "\"",
                            "it is " + shownUrl(answered));
            case Assertion.ElementVisible _, Assertion.ElementText _ ->
                    throw new IllegalStateException("refused at the start: " + assertion);
        }
    }

    private static void requireBody(Answered answered, String text) {
        String length = "its body of " + answered.body().length() + " characters has no such text";
        require(
                answered.body().contains(text),
                "the answer does not contain \"" + text + "\"",
                answered.cut() ? length + "; what came behind was not looked at" : length);
    }

    private static void require(boolean holds, String what, String why) {
        if (!holds) {
            throw new ProblemException(
                    Problem.failed("assertion-failed", what, why, "see the waterfall"));
        }
    }

    private void mark(String page, Answered answered) {
        if (lastIsOfPrelude) {
            throw new ProblemException(
                    Problem.usage(
                            "page-of-prelude",
                            "cannot measure the page \"" + page + "\"",
                            "the prelude asked for it, and what the prelude does is never measured",
                            "request the page in the steps"));
        }
        if (answered.status() >= 400 && answered.status() != accepted) {
            throw new ProblemException(
                    Problem.failed(
                            "page-is-error",
                            "cannot measure " + shownUrl(answered),
                            "the site answered with the status " + answered.status(),
                            "correct the site; to measure this page all the same, assert its status"
                                    + " first"));
        }
        String url = shownUrl(answered).replaceFirst("[?#].*", "");
        var metrics = Map.of(Metric.TTFB, answered.firstByteMillis());
        pages.add(new PageResult(page, url, PageTemplate.of(url), metrics));
    }

    /// The address of the answer as the waterfall has it, without secrets.
    private static String shownUrl(Answered answered) {
        return answered.exchanges().getLast().url();
    }

    private Answered answer() {
        Answered answered = last;
        if (answered == null) {
            throw new ProblemException(
                    Problem.usage(
                            "nothing-asked-yet",
                            "there is no answer to look at",
                            "no request was sent",
                            "put a request before this step"));
        }
        return answered;
    }
}
