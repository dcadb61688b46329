package dev.parallax.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Sizes;
import com.microsoft.playwright.options.Timing;
import dev.parallax.measure.Exchange;
import dev.parallax.measure.ExchangeDetail;
import dev.parallax.measure.Phases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The requests of a visit: which are under way, and afterwards the waterfall. The handlers only
/// take notes; asking a request for its times inside a handler would re-enter the engine.
final class Traffic {
    private static final int MOST_KEPT = 5_000;

    /// No content, reset content: a browser that gets these as a page stays on the one it has.
    private static final Set<Integer> NO_PAGE = Set.of(204, 205);

    private static final Timing NEVER_LEFT = neverLeft();

    /// Requests that may stay open as long as the page is: nobody waits for them.
    private static final Set<String> ENDLESS = Set.of("eventsource", "websocket", "ping", "media");

    /// A request and when it was seen to start, on the steady clock.
    private record Seen(Request request, long nanos) {}

    private final List<Seen> requests = new ArrayList<>();
    private final Set<Request> finished = new HashSet<>();
    private final Set<Request> underWay = new HashSet<>();
    private final Set<Request> coming = new HashSet<>();
    private final Set<Page> uncommitted = new HashSet<>();
    private final Blocking blocking;
    private final ConnectCauses causes;
    private long lastChange = System.nanoTime();

    Traffic(BrowserContext context, Blocking blocking, ConnectCauses causes) {
        this.blocking = blocking;
        this.causes = causes;
        context.onRequest(this::started);
        context.onRequestFinished(this::finished);
        context.onRequestFailed(this::failed);
        context.onFrameNavigated(this::shown);
    }

    /// Forgets everything: what comes belongs to the next view.
    void restart() {
        requests.clear();
        finished.clear();
        underWay.clear();
        coming.clear();
        uncommitted.clear();
        lastChange = System.nanoTime();
    }

    private void started(Request request) {
        lastChange = System.nanoTime();
        if (requests.size() < MOST_KEPT) {
            requests.add(new Seen(request, lastChange));
        }
        if (request.isNavigationRequest()) {
            tabOf(request).ifPresent(this::leaves);
            if (frameOf(request).isEmpty()) {
                coming.add(request);
            }
        }
        if (!ENDLESS.contains(request.resourceType())) {
            underWay.add(request);
        }
    }

    /// The page it has been on the way to is forgotten: of one that sends the visitor on before it
    /// is whole, the browser does not always tell the end.
    private void leaves(Page tab) {
        underWay.removeIf(older -> isDocument(older, tab));
        uncommitted.add(tab);
    }

    private void finished(Request request) {
        ended(request);
        finished.add(request);
        @Nullable Response response = request.existingResponse();
        if (response != null && NO_PAGE.contains(response.status())) {
            staysOnItsPage(request);
        }
    }

    private void failed(Request request) {
        ended(request);
        staysOnItsPage(request);
    }

    private void ended(Request request) {
        lastChange = System.nanoTime();
        underWay.remove(request);
    }

    private void staysOnItsPage(Request request) {
        if (request.isNavigationRequest()) {
            coming.remove(request);
            tabOf(request).ifPresent(uncommitted::remove);
        }
    }

    private void shown(Frame frame) {
        if (frame.parentFrame() == null) {
            lastChange = System.nanoTime();
            uncommitted.remove(frame.page());
        }
    }

    /// True if no request is under way and none began or ended for so long.
    boolean isQuietFor(Duration length) {
        return underWay.isEmpty() && System.nanoTime() - lastChange >= length.toNanos();
    }

    /// True if the tab has asked for another page and still shows the old one.
    boolean isLeaving(Page tab) {
        return uncommitted.contains(tab);
    }

    /// True if the tab is on its way to another page, until that has come as a whole.
    boolean isNavigating(Page tab) {
        return isLeaving(tab) || underWay.stream().anyMatch(request -> isDocument(request, tab));
    }

    /// True if a tab was opened that is not among these yet, and not gone either.
    boolean isTabComing(Collection<Page> tabs) {
        coming.removeIf(request ->
                frameOf(request)
                        .map(Frame::page)
                        .filter(tab -> tabs.contains(tab) || tab.isClosed())
                        .isPresent());
        return !coming.isEmpty();
    }

    /// The origins that pages and frames were asked of.
    Set<String> origins() {
        var origins = new HashSet<String>();
        for (Seen seen : requests) {
            if (seen.request().isNavigationRequest()) {
                Addresses.origin(seen.request().url()).ifPresent(origins::add);
            }
        }
        return origins;
    }

    /// How many pages were asked for so far, redirects counted.
    long documents() {
        return requests.stream().filter(seen -> seen.request().isNavigationRequest()).count();
    }

    /// The newest request for a page of the tab, after redirects.
    Optional<Request> lastDocument(Page tab) {
        return requests.reversed().stream()
                .map(Seen::request)
                .filter(request -> isDocument(request, tab))
                .findFirst();
    }

    private static boolean isDocument(Request request, Page tab) {
        return request.isNavigationRequest() && tabOf(request).filter(tab::equals).isPresent();
    }

    /// The tab whose page a request is for; empty if it is for a frame in a page, or for a tab that
    /// is not there yet.
    private static Optional<Page> tabOf(Request request) {
        return frameOf(request).filter(frame -> frame.parentFrame() == null).map(Frame::page);
    }

    private static Optional<Frame> frameOf(Request request) {
        try {
            return Optional.of(request.frame());
        } catch (PlaywrightException notThereYet) {
            return Optional.empty();
        }
    }

    /// The waterfall, in order of the starts.
    ///
    /// @param start of the iteration
    /// @param tabs know what DevTools has told of the requests
    List<Exchange> exchanges(Start start, Tabs tabs) {
        return requests.stream()
                .map(seen -> exchange(seen, start, log(seen.request(), tabs)))
                .sorted(Comparator.comparingDouble(Exchange::startMillis))
                .toList();
    }

    private static @Nullable NetworkEntry log(Request request, Tabs tabs) {
        return frameOf(request)
                .flatMap(frame -> tabs.log(frame.page()))
                .map(log -> log.take(request.method(), request.url()))
                .orElse(null);
    }

    /// What DevTools has not told the engine is asked for. Only a request that has finished is
    /// asked for its sizes: they would be waited for.
    private Exchange exchange(Seen seen, Start start, @Nullable NetworkEntry entry) {
        Request request = seen.request();
        Timing timing = timingOf(request);
        @Nullable Response response = request.existingResponse();
        @Nullable String failure = failure(request);
        boolean whole = finished.contains(request) && response != null;
        String protocol = entry == null ? "" : entry.protocol();
        long bytes = entry == null ? -1 : entry.transferBytes();
        return new Exchange(
                request.method(),
                request.url(),
                response == null ? 0 : response.status(),
                request.resourceType(),
                whole && protocol.isEmpty() ? protocol(response) : protocol,
                timing.startTime > 0
                        ? start.millisUntil(timing.startTime)
                        : start.millisUntilNanos(seen.nanos()),
                phases(timing),
                whole && bytes < 0 ? transferBytes(request) : bytes,
                failure == null ? null : nameOf(failure, request.url()),
                entry == null ? ExchangeDetail.NONE : entry.detail());
    }

    /// Why a request failed: `net::ERR_CONNECTION_REFUSED`; null if it did not.
    @Nullable String failure(Request request) {
        @Nullable String failure = request.failure();
        return failure == null ? null : causes.named(failure, request.url());
    }

    private String nameOf(String failure, String url) {
        return blocking.reason(url).orElse(failure);
    }

    /// The request's times; those of a request that never left are all unknown.
    static Timing timingOf(Request request) {
        @Nullable Timing timing = request.timing();
        return timing == null ? NEVER_LEFT : timing;
    }

    private static Timing neverLeft() {
        var timing = new Timing();
        timing.startTime = -1;
        timing.domainLookupStart = -1;
        timing.domainLookupEnd = -1;
        timing.connectStart = -1;
        timing.secureConnectionStart = -1;
        timing.connectEnd = -1;
        timing.requestStart = -1;
        timing.responseStart = -1;
        timing.responseEnd = -1;
        return timing;
    }

    /// The phases the engine knows; -1 stands for what did not happen. It does not tell sending
    /// from waiting, so waiting has both.
    static Phases phases(Timing timing) {
        boolean secure = timing.secureConnectionStart >= 0;
        return new Phases(
                length(timing.domainLookupStart, timing.domainLookupEnd),
                length(
                        timing.connectStart,
                        secure ? timing.secureConnectionStart : timing.connectEnd),
                secure ? length(timing.secureConnectionStart, timing.connectEnd) : null,
                null,
                length(timing.requestStart, timing.responseStart),
                length(timing.responseStart, timing.responseEnd));
    }

    private static @Nullable Double length(double start, double end) {
        return start < 0 || end < start ? null : end - start;
    }

    /// Empty if the tab it was for is closed: the engine has forgotten it.
    private static String protocol(Response response) {
        try {
            return response.httpVersion().toLowerCase(Locale.ROOT);
        } catch (PlaywrightException unknown) {
            return "";
        }
    }

    private static long transferBytes(Request request) {
        try {
            Sizes sizes = request.sizes();
            return (long) sizes.responseHeadersSize + sizes.responseBodySize;
        } catch (PlaywrightException unknown) {
            return -1;
        }
    }
}
