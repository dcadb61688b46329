package dev.parallax.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/// A recording without a window, in which a test does what a person would do: by real mouse and key
/// events in the browser, one thing after another.
public final class DrivenRecording {
    private DrivenRecording() {}

    public static Recording of(List<Consumer<Page>> deeds) {
        Queue<Consumer<Page>> left = new ArrayDeque<>(deeds);
        return new Recording(
                Browsers.ofThisMachine().find(null),
                tab -> {
                    if (left.isEmpty()) {
                        return false;
                    }
                    left.remove().accept(tab);
                    return true;
                });
    }
}
