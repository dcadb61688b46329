package dev.parallax.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The tabs of a visit. Steps go on in the newest; when it closes, in the one before.
final class Tabs {
    private final BrowserContext context;
    private final Emulation emulation;
    private final List<Page> open = new ArrayList<>();
    private final Set<Page> prepared = new HashSet<>();

    Tabs(BrowserContext context, Emulation emulation) {
        this.context = context;
        this.emulation = emulation;
        context.onPage(open::add);
        context.onPageClose(open::remove);
    }

    /// The tab that steps act on.
    ///
    /// @throws BrowserGoneException if the last one was closed
    Page current() {
        if (open.isEmpty()) {
            throw new BrowserGoneException("the last tab was closed");
        }
        Page tab = open.getLast();
        if (prepared.add(tab)) {
            emulation.throttle(context, tab);
        }
        return tab;
    }

    /// All tabs there are, in the order they were opened.
    List<Page> open() {
        return open;
    }
}
