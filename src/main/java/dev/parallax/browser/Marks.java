package dev.parallax.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import dev.parallax.measure.PageResult;
import dev.parallax.metric.PageTemplate;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The page marks of a visit: waits until a page has shown what it has to show, names it, and gives
/// its metrics in the end. Everything the page lives through until it is left counts, also what
/// comes behind the mark.
final class Marks {
    private static final Logger LOG = LoggerFactory.getLogger(Marks.class);

    /// No request for so long behind the load event: the page has settled.
    private static final Duration QUIET = Duration.ofMillis(100);

    /// A page that never is quiet (it polls) counts as settled so long behind its load event.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String BINDING = "__parallaxReport";
    private static final String MARK =
            "() => window.__parallax ? window.__parallax.mark() : {loaded: true}";
    private static final String READ = "() => !window.__parallax || window.__parallax.read()";

    private record Mark(String page, String url, Documents.Key document, int view) {}

    private Documents documents = new Documents();
    private final Traffic traffic;
    private final List<Mark> marks = new ArrayList<>();
    private final Set<Documents.Key> unmeasured = new HashSet<>();

    @SuppressWarnings("resource") // binding and script live as long as the context
    Marks(BrowserContext context, Traffic traffic) {
        this.traffic = traffic;
        context.exposeBinding(
                BINDING,
                (source, arguments) -> {
                    documents.report(source.page(), arguments);
                    return null;
                });
        context.addInitScript(script("dialogs.js"));
        context.addInitScript(script("metrics.js"));
    }

    private static String script(String name) {
        try (InputStream script = Marks.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException("the program lacks " + name);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Forgets all marks and pages: what comes belongs to the next view.
    void restart() {
        documents = new Documents();
        marks.clear();
        unmeasured.clear();
    }

    /// The pages seen so far belong to the prelude and are not measured.
    void endPrelude() {
        unmeasured.addAll(documents.seen());
    }

    /// Names the page now shown, once it has settled.
    ///
    /// @throws ProblemException if it does not finish loading, or was opened by the prelude
    void mark(String page, Page tab, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            settle(page, tab, limit, deadline);
            if (markNow(page, tab, remaining(page, limit, deadline))) {
                return;
            }
        }
    }

    private void settle(String page, Page tab, Duration limit, long deadline) {
        var loaded = new long[1];
        try {
            tab.waitForCondition(
                    () -> {
                        if (traffic.isNavigating(tab) || !documents.isLoaded(tab)) {
                            loaded[0] = 0;
                            return false;
                        }
                        long now = System.nanoTime();
                        if (loaded[0] == 0) {
                            loaded[0] = now;
                        }
                        return traffic.isQuietFor(QUIET) || now - loaded[0] > PATIENCE.toNanos();
                    },
                    new Page.WaitForConditionOptions()
                            .setTimeout(remaining(page, limit, deadline)));
        } catch (TimeoutError late) {
            throw new ProblemException(notLoaded(page, limit), late);
        }
    }

    private boolean markNow(String page, Page tab, double remainingMillis) {
        Object answer =
                tab.waitForFunction(
                                MARK,
                                null,
                                new Page.WaitForFunctionOptions().setTimeout(remainingMillis))
                        .jsonValue();
        if (!(answer instanceof Map<?, ?> told) || !Boolean.TRUE.equals(told.get("loaded"))) {
            return false;
        }
        if (!(told.get("document") instanceof Number timeOrigin)
                || !(told.get("view") instanceof Number view)) {
            throw new ProblemException(
                    Problem.failed(
                            "page-not-measurable",
                            "cannot measure " + Addresses.withoutQuery(tab.url()),
                            "it is no page of the web",
                            "put the mark where a page is shown"));
        }
        var document = new Documents.Key(tab, timeOrigin.doubleValue());
        if (unmeasured.contains(document)) {
            throw new ProblemException(
                    Problem.usage(
                            "page-of-prelude",
                            "cannot measure the page \"" + page + "\"",
                            "the prelude opened it, and what the prelude does is never measured",
                            "navigate to the page in the steps"));
        }
        marks.add(new Mark(page, Addresses.withoutQuery(tab.url()), document, view.intValue()));
        return true;
    }

    private static double remaining(String page, Duration limit, long deadline) {
        double millis = (deadline - System.nanoTime()) / 1e6;
        if (millis <= 0) {
            throw new ProblemException(notLoaded(page, limit));
        }
        return millis;
    }

    private static Problem notLoaded(String page, Duration limit) {
        return Problem.failed(
                "page-not-loaded",
                "the page \"" + page + "\" did not finish loading",
                "its load event did not come within " + Faults.inSeconds(limit),
                "see in the waterfall what it waits for");
    }

    /// Asks the tab for its newest values, before it is left. A page that hangs is left without.
    void read(Page tab) {
        var limit = new Page.WaitForFunctionOptions().setTimeout((double) PATIENCE.toMillis());
        try {
            tab.waitForFunction(READ, null, limit).dispose();
        } catch (PlaywrightException hanging) {
            if (Faults.isGone(hanging)) {
                throw hanging;
            }
            LOG.debug("no last values: {}", Faults.firstLine(hanging));
        }
    }

    /// The marked pages in order, with the metrics known by now.
    ///
    /// @param start of the iteration
    List<PageResult> pages(Start start) {
        return marks.stream()
                .map(mark ->
                        new PageResult(
                                mark.page(),
                                mark.url(),
                                PageTemplate.of(mark.url()),
                                documents.metrics(mark.document(), mark.view()),
                                Optional.of(documents.timing(mark.document(), mark.view(), start))))
                .toList();
    }
}
