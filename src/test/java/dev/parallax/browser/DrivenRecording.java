package dev.parallax.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;

/// A recording without a window, in which a test does what a person would do: by real mouse and key
/// events in the browser, one thing after another.
public final class DrivenRecording {
    private DrivenRecording() {}

    public static Recording of(List<Consumer<Page>> deeds) {
        Queue<Consumer<Page>> left = new ArrayDeque<>(deeds);
        Set<String> seen = new HashSet<>();
        return new Recording(
                Browsers.ofThisMachine().find(null),
                tab -> {
                    if (left.isEmpty()) {
                        return false;
                    }
                    // nobody clicks on a page before it is there, and the recorder hears of it
                    // between two deeds
                    if (seen.add(tab.url())) {
                        tab.waitForLoadState(LoadState.DOMCONTENTLOADED);
                    } else {
                        left.remove().accept(tab);
                    }
                    return true;
                });
    }
}
