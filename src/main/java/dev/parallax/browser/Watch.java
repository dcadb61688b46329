package dev.parallax.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.impl.RecorderBridge;
import dev.parallax.browser.RecordedAction.PageShown;
import dev.parallax.browser.RecordedAction.PageTitled;
import dev.parallax.browser.RecordedAction.TabClosed;
import dev.parallax.browser.RecorderEvents.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/// Hears what happens in the tabs of one browser context, and tells it on in order.
///
/// Events come while a call into the browser is under way, when no other may be made; so they wait
/// in a queue until [#hear] is called.
final class Watch {
    /// The attribute by which elements are preferably named.
    static final String TEST_ID = "data-testid";

    private static final double TICK_MILLIS = 200;
    private static final double FIELD_LIMIT_MILLIS = 1000;
    private static final String KIND_OF_FIELD =
            """
            field => field.type === 'file' ? 'FILE'
                : field.type === 'password'
                    || /password|one-time-code|cc-number|cc-csc/.test(field.autocomplete || '')
                ? 'SECRET' : 'PLAIN'
            """;

    private final BrowserContext context;
    private final Recording.Listener listener;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<Page> open = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Page> tabs = new HashMap<>();
    private final Map<String, Field> fields = new HashMap<>();
    private boolean opened;

    Watch(BrowserContext context, Recording.Listener listener) {
        this.context = context;
        this.listener = listener;
        context.onPage(this::tabOpened);
        context.onPageClose(this::tabClosed);
        // with no listener Playwright would answer dialogs itself, before the person has read them
        context.onDialog(_ -> {});
    }

    private void tabOpened(Page tab) {
        opened = true;
        open.add(tab);
        String name = RecorderBridge.nameOf(tab);
        tabs.put(name, tab);
        numbers.put(name, numbers.size() + 1);
        tab.onFrameNavigated(frame -> navigated(tab, frame));
        tab.onDOMContentLoaded(_ -> {
            String loaded = tab.url();
            waiting.add(() -> title(tab, loaded));
        });
        // a tab that another has opened is told of when its first page is there already
        String url = tab.url();
        waiting.add(() -> shown(name, url));
    }

    private void tabClosed(Page tab) {
        open.remove(tab);
        waiting.add(() -> listener.added(new TabClosed(numberOf(RecorderBridge.nameOf(tab)))));
    }

    private void navigated(Page tab, Frame frame) {
        if (frame.equals(tab.mainFrame())) {
            String url = frame.url();
            waiting.add(() -> shown(RecorderBridge.nameOf(tab), url));
        }
    }

    private void shown(String name, String url) {
        fields.entrySet()
                .removeIf(field ->
                        field.getKey().startsWith(name + " ") && field.getValue() != Field.SECRET);
        if (url.startsWith("http:") || url.startsWith("https:")) {
            listener.added(new PageShown(numberOf(name), url));
        }
    }

    /// Tells the title of a page, unless it has gone on meanwhile: the title would be that of the
    /// next.
    private void title(Page tab, String url) {
        try {
            String title = tab.title();
            if (!tab.url().equals(url)) {
                return;
            }
            listener.added(new PageTitled(numberOf(RecorderBridge.nameOf(tab)), title));
        } catch (PlaywrightException _) {
            // the page has gone on, and its title with it
        }
    }

    /// Takes an event of the recorder; from within a call into the browser.
    void heard(JsonObject event) {
        waiting.add(() -> tell(event));
    }

    private void tell(JsonObject event) {
        String name = event.getAsJsonObject("page").get("guid").getAsString();
        JsonObject data = event.getAsJsonObject("data");
        int tab = numberOf(name);
        switch (event.get("event").getAsString()) {
            case "actionAdded" -> read(tab, name, data).ifPresent(listener::added);
            case "actionUpdated" -> read(tab, name, data).ifPresent(listener::replaced);
            case "signalAdded" -> RecorderEvents.readSignal(tab, data).ifPresent(listener::added);
            default -> {
                // a later version's news, of no use to a journey
            }
        }
    }

    private Optional<RecordedAction> read(int tab, String name, JsonObject data) {
        return RecorderEvents.read(tab, data, selector -> kindOf(name, selector));
    }

    /// Once secret, always secret: a button that shows the password changes the kind of its field.
    /// If the page has gone on before it could be asked, what it said before counts, and without
    /// that the field is taken for a secret.
    private Field kindOf(String name, String selector) {
        String key = name + " " + selector;
        Field known = fields.get(key);
        if (known == Field.SECRET) {
            return known;
        }
        Page tab = tabs.get(name);
        try {
            if (tab != null) {
                Object kind =
                        tab.locator(selector)
                                .first()
                                .evaluate(
                                        KIND_OF_FIELD,
                                        null,
                                        new Locator.EvaluateOptions()
                                                .setTimeout(FIELD_LIMIT_MILLIS));
                fields.put(key, Field.valueOf(String.valueOf(kind)));
            }
        } catch (PlaywrightException _) {
            // the page has gone on
        }
        return fields.getOrDefault(key, Field.SECRET);
    }

    private int numberOf(String name) {
        return numbers.computeIfAbsent(name, _ -> numbers.size() + 1);
    }

    /// Tells on what has happened; waits a moment if nothing has.
    ///
    /// @return false if nothing has happened
    boolean hear() {
        if (waiting.isEmpty() && !isOver()) {
            try {
                context.waitForCondition(
                        () -> !waiting.isEmpty() || isOver(),
                        new BrowserContext.WaitForConditionOptions().setTimeout(TICK_MILLIS));
            } catch (TimeoutError _) {
                return false;
            }
        }
        boolean heard = !waiting.isEmpty();
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        return heard;
    }

    /// True when the last tab was closed.
    boolean isOver() {
        return opened && open.isEmpty();
    }

    Page newestTab() {
        return open.getLast();
    }
}
