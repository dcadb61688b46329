package dev.parallax.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tabs of a visit. Steps go on in the newest; when it closes, in the one before.
final class Tabs {
    private static final Logger LOG = LoggerFactory.getLogger(Tabs.class);

    private final BrowserContext context;
    private final Emulation emulation;
    private final List<Page> open = new ArrayList<>();
    private final Map<Page, NetworkLog> logs = new HashMap<>();
    private final List<String> blocked;
    private final Optional<Filmstrip> filmstrip;

    /// @param blocked patterns of addresses that each tab must not reach
    /// @param filmstrip films each tab, if there is one
    Tabs(
            BrowserContext context,
            Emulation emulation,
            List<String> blocked,
            Optional<Filmstrip> filmstrip) {
        this.context = context;
        this.emulation = emulation;
        this.blocked = blocked;
        this.filmstrip = filmstrip;
        context.onPage(this::opened);
        context.onPageClose(open::remove);
        emulation.watch(context);
    }

    private void opened(Page tab) {
        open.add(tab);
        // thrown out of whatever is waited for: DevTools never answers for a page that is no more
        tab.onCrash(_ -> {
            throw new BrowserGoneException("the page's process ended");
        });
    }

    /// The tab that steps act on.
    ///
    /// @throws BrowserGoneException if the last one was closed
    Page current() {
        if (open.isEmpty()) {
            throw new BrowserGoneException("the last tab was closed");
        }
        Page tab = open.getLast();
        if (!logs.containsKey(tab)) {
            var log = new NetworkLog(context.newCDPSession(tab));
            log.block(blocked);
            logs.put(tab, log);
            emulation.throttle(context, tab);
            filmstrip.ifPresent(film -> film.record(tab));
        }
        return tab;
    }

    /// What DevTools tells of the requests of a tab; empty for one that steps never acted on.
    Optional<NetworkLog> log(Page tab) {
        return Optional.ofNullable(logs.get(tab));
    }

    /// Closes all tabs, as a visitor does who leaves.
    void closeAll() {
        List.copyOf(open).forEach(Page::close);
        open.clear();
        logs.clear();
    }

    /// All tabs there are, in the order they were opened.
    List<Page> open() {
        return open;
    }

    /// Makes the tab stay on its page. A page that waits for another one answers nothing, not even
    /// for a picture; only the browser itself can end that.
    void stay(Page tab) {
        try {
            CDPSession session = context.newCDPSession(tab);
            session.send("Page.stopLoading");
            session.detach();
        } catch (PlaywrightException failed) {
            LOG.debug("the tab goes on loading: {}", Faults.firstLine(failed));
        }
    }
}
