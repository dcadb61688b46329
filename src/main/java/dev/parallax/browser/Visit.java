package dev.parallax.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import dev.parallax.journey.Target;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.FilmFrame;
import dev.parallax.measure.PageMessage;
import dev.parallax.measure.PageResult;
import dev.parallax.measure.Screenshot;
import dev.parallax.measure.Trace;
import dev.parallax.problem.Problem;
import dev.parallax.problem.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One visitor on the site: an isolated context of a browser, from a clean state to its end.
///
/// Each action waits until its element is ready, up to the step limit. An action throws a
/// [ProblemException] if it cannot be done and a [BrowserGoneException] if the browser went away;
/// methods with a [Target] give the selector that matched. Texts are taken as they are: variables
/// and secrets are filled in by the caller.
public final class Visit implements AutoCloseable {
    private static final String NO_PAGE = "about:blank";

    private final BrowserContext context;
    private final Duration limit;
    private final com.microsoft.playwright.Browser browser;
    private final Consumer<com.microsoft.playwright.Browser> lost = Visit::lost;
    private final Tabs tabs;
    private final Traffic traffic;
    private final ConnectCauses causes;
    private Answers answers;
    private final Marks marks;
    private final Messages messages;
    private Camera camera = new Camera();
    private final Optional<Filmstrip> filmstrip;
    private final Optional<TraceFile> trace;
    private Start start;

    Visit(
            com.microsoft.playwright.Browser browser,
            Emulation emulation,
            String userAgent,
            Blocking blocking,
            Duration limit,
            Recordings recordings,
            List<String> blocked,
            Path folder) {
        causes = emulation.connectCauses();
        this.limit = limit;
        this.browser = browser;
        browser.onDisconnected(lost);
        context = browser.newContext(emulation.contextOptions(userAgent));
        context.setDefaultTimeout((double) limit.toMillis());
        traffic = new Traffic(context, blocking, causes);
        messages = new Messages(context);
        filmstrip =
                switch (recordings.film()) {
                    case ON -> Optional.of(new Filmstrip());
                    case OFF -> Optional.empty();
                };
        trace =
                switch (recordings.trace()) {
                    case ON -> Optional.of(TraceFile.start(context, folder));
                    case OFF -> Optional.empty();
                };
        tabs = new Tabs(context, emulation, blocked, filmstrip);
        marks = new Marks(context, traffic);
        start = Start.now(context.newPage());
        answers = new Answers(context, traffic, start);
    }

    /// Comes back to a site whose files are in the cache: the tabs are closed, cookies and storage
    /// of scripts are cleared, so that the journey finds what it found before, and all that was
    /// measured is forgotten. The cache stays, with service workers, and connections that the
    /// browser holds.
    ///
    /// @throws BrowserGoneException if the browser is gone
    public void repeat() {
        does(
                "cannot visit again",
                () -> {
                    Set<String> origins = traffic.origins();
                    tabs.closeAll();
                    Page tab = context.newPage();
                    context.clearCookies();
                    Storage.clear(context, tab, origins);
                    traffic.restart();
                    messages.restart();
                    marks.restart();
                    filmstrip.ifPresent(Filmstrip::restart);
                    camera = new Camera();
                    start = Start.now(tab);
                    answers = new Answers(context, traffic, start);
                    return start;
                });
    }

    /// The address of the page now shown; `about:blank` before the first one.
    public String url() {
        return does("cannot tell the address", () -> tab().url());
    }

    /// Opens a page and waits for its load event.
    ///
    /// @param url absolute, http or https; anything else is refused
    public void navigate(String url) {
        Addresses.requireWeb(url);
        does(
                "cannot open " + url,
                () -> {
                    Page tab = tab();
                    if (!tab.url().equals(NO_PAGE)) {
                        marks.read(tab);
                    }
                    return open(tab, url);
                });
    }

    private String open(Page tab, String url) {
        try {
            tab.navigate(url, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
        } catch (PlaywrightException failure) {
            if (!String.valueOf(failure.getMessage())
                    .contains("interrupted by another navigation")) {
                throw failure;
            }
            tab.waitForLoadState(); // the page sent the visitor on by itself
        }
        return url;
    }

    public String click(Target target) {
        return onElement("cannot click ", target, Locator::click);
    }

    /// Replaces the text of a field.
    public String fill(Target target, String text) {
        return onElement("cannot fill ", target, field -> field.fill(text));
    }

    /// Replaces the text of a field and paints the field over in screenshots.
    public String fillSecret(Target target, String text) {
        return onElement(
                "cannot fill ",
                target,
                field -> {
                    camera.hide(field);
                    field.fill(text);
                });
    }

    /// Chooses an option of a drop-down by its value or its label.
    public String select(Target target, String option) {
        return onElement(
                "cannot choose \"" + option + "\" in ", target, list -> list.selectOption(option));
    }

    /// Presses a key on an element.
    public String press(Target target, String key) {
        return onElement("cannot press " + key + " on ", target, element -> element.press(key));
    }

    /// Presses a key on whatever has the focus.
    public void press(String key) {
        does(
                "cannot press " + key,
                () -> {
                    tab().keyboard().press(key);
                    return key;
                });
    }

    /// Waits until the element can be seen.
    public String awaitVisible(Target target) {
        var visible = new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE);
        return onElement("did not see ", target, element -> element.first().waitFor(visible));
    }

    /// Waits until the address of the page contains the text.
    public void awaitUrl(String text) {
        does(
                "the address does not contain \"" + text + "\"",
                () -> {
                    // the step before may have opened a tab that is still to come
                    tab().waitForCondition(() -> tab().url().contains(text));
                    return text;
                });
    }

    /// Lets this time pass.
    public void pause(Duration length) {
        does(
                "cannot wait",
                () -> {
                    tab().waitForTimeout((double) length.toMillis());
                    return length;
                });
    }

    /// Waits until the element's text contains the text; white space is folded.
    public String checkText(Target target, String text) {
        var patience =
                new LocatorAssertions.ContainsTextOptions().setTimeout((double) limit.toMillis());
        try {
            return onElement(
                    "cannot read ",
                    target,
                    element ->
                            PlaywrightAssertions.assertThat(element).containsText(text, patience));
        } catch (AssertionError differs) {
            throw new ProblemException(
                    failed(
                            target.selectors().getFirst() + " does not contain \"" + text + "\"",
                            Faults.received(differs)),
                    differs);
        }
    }

    /// Fails unless the last answer has this status; a page with it may then be marked.
    public void checkStatus(int status) {
        answers.accept(status);
        int actual = answer().status();
        require(actual == status, "the status is not " + status, "it is " + actual);
    }

    /// Fails unless the body of the last answer contains the text.
    public void checkBody(String text) {
        String body = does("cannot read the answer's body", () -> answers.body(tab()));
        require(
                body.contains(text),
                "the answer does not contain \"" + text + "\"",
                "its body of " + body.length() + " characters has no such text");
    }

    /// Fails unless the last answer, from the look-up of its name to its last byte, took no longer.
    public void checkFasterThan(Duration most) {
        double millis = answer().phases().total();
        require(
                millis <= most.toMillis(),
                "the answer was not faster than " + most.toMillis() + " ms",
                "it took " + Math.round(millis) + " ms");
    }

    /// Sends a request beside the page, with the visit's cookies; assertions behind it look at its
    /// answer.
    public void request(
            String method, String url, Map<String, String> headers, @Nullable String body) {
        Addresses.requireWeb(url);
        does(
                "cannot send " + method + " " + url,
                () -> {
                    answers.request(method, url, headers, body, limit);
                    return url;
                });
    }

    /// What was opened so far belongs to the prelude and cannot be marked.
    public void endPrelude() {
        marks.endPrelude();
    }

    /// Says that the page now shown is measured under this name. Waits for its load event and until
    /// it is quiet, so that its largest paint is known.
    public void mark(String page) {
        does(
                "cannot measure the page \"" + page + "\"",
                () -> {
                    Page tab = tab();
                    marks.mark(page, tab, limit);
                    answers.requirePage(tab);
                    return page;
                });
    }

    /// Asks the page now shown for its newest values. To be called once behind the last step.
    public void finish() {
        if (!tabs.open().isEmpty()) {
            does(
                    "cannot read the page",
                    () -> {
                        Page tab = tabs.current();
                        marks.read(tab);
                        tabs.log(tab).ifPresent(NetworkLog::fetchBodies);
                        return "";
                    });
        }
    }

    /// The marked pages in order, with their metrics.
    public List<PageResult> pages() {
        return marks.pages(start);
    }

    /// The waterfall of the visit so far.
    public List<Exchange> exchanges() {
        return does(
                "cannot read the waterfall",
                () -> {
                    var all = new ArrayList<>(traffic.exchanges(start, tabs));
                    all.addAll(answers.exchanges());
                    all.sort(Comparator.comparingDouble(Exchange::startMillis));
                    return List.copyOf(all);
                });
    }

    /// What the pages said on their consoles, and their errors.
    public List<PageMessage> messages() {
        return messages.kept(start);
    }

    /// What was filmed, empty if nothing was to be.
    public List<FilmFrame> filmstrip() {
        return filmstrip.map(film -> film.frames(start)).orElse(List.of());
    }

    /// The recording of the visit, which ends with this; empty if there is none.
    public Optional<Trace> trace() {
        return does("cannot read the trace", () -> trace.flatMap(TraceFile::finish));
    }

    /// How the current tab looks; empty if it cannot be pictured.
    public Optional<Screenshot> screenshot() {
        if (tabs.open().isEmpty()) {
            return Optional.empty();
        }
        Page tab = tabs.current();
        if (traffic.isLeaving(tab)) {
            tabs.stay(tab);
        }
        return camera.take(tab);
    }

    @Override
    public void close() {
        browser.offDisconnected(lost);
        try {
            context.close();
        } catch (PlaywrightException | BrowserGoneException _) {
            // the browser is gone, and the context with it
        }
    }

    /// Thrown out of whatever is waited for: DevTools never answers for a browser that is no more.
    private static void lost(com.microsoft.playwright.Browser gone) {
        throw new BrowserGoneException("the browser went away: " + gone.version());
    }

    /// The tab to act on. One that is just opening is waited for, and so is a page that was asked
    /// for: nobody means the page that is about to go.
    private Page tab() {
        if (traffic.isTabComing(tabs.open())) {
            awaitPage(() -> !traffic.isTabComing(tabs.open()));
        }
        Page tab = tabs.current();
        if (traffic.isLeaving(tab)) {
            awaitPage(() -> tab.isClosed() || !traffic.isLeaving(tab));
        }
        Page current = tabs.current();
        tabs.log(current).ifPresent(NetworkLog::fetchBodies);
        return current;
    }

    private void awaitPage(BooleanSupplier come) {
        try {
            context.waitForCondition(come);
        } catch (TimeoutError late) {
            throw new ProblemException(
                    Problem.failed(
                            "page-not-shown",
                            "the next page does not come",
                            "it was asked for and did not begin within " + Faults.inSeconds(limit),
                            "see in the waterfall what the site is slow at"),
                    late);
        }
    }

    private interface ElementAction {
        void on(Locator element);
    }

    private String onElement(String action, Target target, ElementAction body) {
        return does(
                action + target.selectors().getFirst(),
                () -> {
                    Page tab = tab();
                    Elements.Found found = Elements.find(tab, target, limit);
                    try {
                        body.on(found.element());
                    } catch (PlaywrightException failure) {
                        throwUnlessClosed(tab, failure);
                    }
                    return found.selector();
                });
    }

    /// A page may close its own tab on a click; then the click has done its work.
    private void throwUnlessClosed(Page tab, PlaywrightException failure) {
        if (!tab.isClosed() || tabs.open().isEmpty()) {
            throw failure;
        }
    }

    private Answers.Answer answer() {
        return does("cannot look at the answer", () -> answers.answer(tab()));
    }

    private static void require(boolean holds, String what, String why) {
        if (!holds) {
            throw new ProblemException(failed(what, why));
        }
    }

    private static Problem failed(String what, String why) {
        return Problem.failed(
                "assertion-failed",
                what,
                why,
                "see the screenshot and correct the site or the journey");
    }

    private <T> T does(String action, Supplier<T> body) {
        try {
            return body.get();
        } catch (PlaywrightException failure) {
            throw Faults.of(causes.named(failure), action, limit);
        }
    }
}
