package dev.parallax.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.parallax.journey.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Finds the element of a target. Its selectors are ranked: the first that matches exactly one
/// visible element is taken. A page builds itself up piece by piece, so when a lower one matches
/// the higher ones get half a second more; only then is the lower one taken, and the step has
/// drifted.
final class Elements {
    /// An element and the selector that found it.
    record Found(Locator element, String selector) {}

    /// How long a higher selector may come behind a lower one.
    static final Duration PATIENCE = Duration.ofMillis(500);

    private static final double POLL_MILLIS = 50;
    private static final String TEST_ID = "testid=";
    private static final String LABEL = "label=";

    private Elements() {}

    /// The target's element; with a single selector it is not looked for yet.
    ///
    /// @throws TimeoutError if none of several selectors shows an element
    static Found find(Page page, Target target, Duration limit) {
        List<String> selectors = target.selectors();
        if (selectors.size() == 1) {
            return new Found(locator(page, selectors.getFirst()), selectors.getFirst());
        }
        return best(page, selectors.subList(0, 1))
                .orElseGet(() -> awaitBest(page, selectors, limit));
    }

    private static Found awaitBest(Page page, List<String> selectors, Duration limit) {
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
        long patience = System.nanoTime() + PATIENCE.toNanos();
        Optional<Found> found = best(page, selectors);
        while (System.nanoTime() < patience && !isFirst(found, selectors)) {
            page.waitForTimeout(POLL_MILLIS);
            found = best(page, selectors);
        }
        return found.orElseGet(() -> ambiguous(page, selectors, any));
    }

    private static boolean isFirst(Optional<Found> found, List<String> selectors) {
        return found.filter(each -> each.selector().equals(selectors.getFirst())).isPresent();
    }

    /// The highest of the selectors that matches exactly one visible element at this moment.
    private static Optional<Found> best(Page page, List<String> selectors) {
        for (String selector : selectors) {
            Locator locator = locator(page, selector);
            if (isOneVisible(locator)) {
                return Optional.of(new Found(locator, selector));
            }
        }
        return Optional.empty();
    }

    /// Of a page that is just being replaced nothing is visible.
    private static boolean isOneVisible(Locator locator) {
        try {
            return locator.count() == 1 && locator.isVisible();
        } catch (PlaywrightException replaced) {
            if (String.valueOf(replaced.getMessage()).contains("context was destroyed")) {
                return false;
            }
            throw replaced;
        }
    }

    /// None matches one element alone: the highest that matches any is taken as it is, and whoever
    /// acts on it says that it is ambiguous.
    private static Found ambiguous(Page page, List<String> selectors, Locator any) {
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
