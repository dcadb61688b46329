package dev.parallax.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.parallax.journey.Target;
import java.time.Duration;
import java.util.List;

/// Finds the element of a target. With several selectors the first in order that shows an element
/// is taken, as soon as any of them does.
final class Elements {
    /// An element and the selector that found it.
    record Found(Locator element, String selector) {}

    private static final String TEST_ID = "testid=";
    private static final String LABEL = "label=";

    private Elements() {}

    /// The target's element; with a single selector it is not looked for yet.
    ///
    /// @throws com.microsoft.playwright.TimeoutError if none of several selectors shows an element
    static Found find(Page page, Target target, Duration limit) {
        List<String> selectors = target.selectors();
        if (selectors.size() == 1) {
            return new Found(locator(page, selectors.getFirst()), selectors.getFirst());
        }
        Locator any =
                selectors.stream()
                        .map(selector -> locator(page, selector))
                        .reduce(Locator::or)
                        .orElseThrow()
                        .first();
        any.waitFor(
                new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.VISIBLE)
                        .setTimeout((double) limit.toMillis()));
        for (String selector : selectors) {
            Locator locator = locator(page, selector);
            if (locator.first().isVisible()) {
                return new Found(locator, selector);
            }
        }
        return new Found(any, selectors.getLast());
    }

    static Locator locator(Page page, String selector) {
        return page.locator(engineSelector(selector));
    }

    /// The engine's own form of a selector; all but two prefixes are the engine's own.
    private static String engineSelector(String selector) {
        if (selector.startsWith(TEST_ID)) {
            return "[data-testid=" + quoted(selector.substring(TEST_ID.length())) + "]";
        }
        if (selector.startsWith(LABEL)) {
            return "internal:label=" + quoted(selector.substring(LABEL.length())) + "i";
        }
        return selector;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
