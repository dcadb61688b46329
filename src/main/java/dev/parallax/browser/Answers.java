package dev.parallax.browser;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.RequestOptions;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.Phases;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The answer that assertions look at: of the page now shown, or of a request the journey sent
/// itself if that was later.
final class Answers {
    /// What came back last.
    record Answer(String url, int status, Phases phases) {}

    private record Own(APIResponse response, long documentsBefore) {}

    private final BrowserContext context;
    private final Traffic traffic;
    private final List<Exchange> own = new ArrayList<>();
    private final Start start;
    private @Nullable Own last;
    private int accepted;

    Answers(BrowserContext context, Traffic traffic, Start start) {
        this.context = context;
        this.traffic = traffic;
        this.start = start;
    }

    /// Sends a request beside the page, with the visit's cookies.
    void request(
            String method,
            String url,
            Map<String, String> headers,
            @Nullable String body,
            Duration limit) {
        var options =
                RequestOptions.create().setMethod(method).setTimeout((double) limit.toMillis());
        headers.forEach(options::setHeader);
        if (body != null) {
            options.setData(body);
        }
        APIResponse response = context.request().fetch(url, options);
        last = new Own(response, traffic.documents());
        var timing = response.timing();
        own.add(
                new Exchange(
                        method,
                        response.url(),
                        response.status(),
                        "request",
                        "",
                        start.millisUntil(timing.startTime),
                        Traffic.phases(timing),
                        -1,
                        null));
    }

    /// The requests the journey sent itself.
    List<Exchange> exchanges() {
        return own;
    }

    private @Nullable APIResponse newerThanThePage() {
        return last != null && last.documentsBefore() == traffic.documents()
                ? last.response()
                : null;
    }

    Answer answer(Page tab) {
        @Nullable APIResponse response = newerThanThePage();
        if (response != null) {
            return new Answer(response.url(), response.status(), Traffic.phases(response.timing()));
        }
        Request request = document(tab);
        Response page = request.existingResponse();
        return new Answer(
                request.url(),
                page == null ? 0 : page.status(),
                Traffic.phases(Traffic.timingOf(request)));
    }

    /// The body of the last answer; of a page that the browser has forgotten, what it shows now.
    String body(Page tab) {
        @Nullable APIResponse response = newerThanThePage();
        if (response != null) {
            return response.text();
        }
        Response page = document(tab).existingResponse();
        try {
            return page == null ? "" : page.text();
        } catch (PlaywrightException forgotten) {
            if (Faults.isGone(forgotten)) {
                throw forgotten;
            }
            return tab.content();
        }
    }

    private Request document(Page tab) {
        return traffic.lastDocument(tab)
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.usage(
                                        "nothing-asked-yet",
                                        "there is no answer to look at",
                                        "no page was opened and no request was sent",
                                        "put a navigation or a request before this step")));
    }

    /// The journey expects this status, so a page with it may be measured.
    void accept(int status) {
        accepted = status;
    }

    /// @throws ProblemException if the tab shows an error instead of a page
    void requirePage(Page tab) {
        Request request = document(tab);
        @Nullable String failure = traffic.failure(request);
        Response response = request.existingResponse();
        if (failure != null && !failure.contains("ERR_ABORTED")) {
            throw new ProblemException(
                    Faults.network(
                            failure.replaceFirst("^net::", ""), "cannot measure " + request.url()));
        }
        if (response != null && response.status() >= 400 && response.status() != accepted) {
            throw new ProblemException(
                    Problem.failed(
                            "page-is-error",
                            "cannot measure " + request.url(),
                            "the site answered with the status " + response.status(),
                            "correct the site; to measure this page all the same, assert its status"
                                    + " first"));
        }
    }
}
