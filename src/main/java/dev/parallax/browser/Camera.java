package dev.parallax.browser;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ScreenshotType;
import dev.parallax.measure.Screenshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes pictures of what a tab shows. Password fields and fields that a secret was typed into are
/// painted over; a secret that the page itself shows elsewhere cannot be known.
final class Camera {
    private static final Logger LOG = LoggerFactory.getLogger(Camera.class);
    private static final int QUALITY = 60;
    private static final int LIMIT_MILLIS = 3_000;
    private static final String PAINT = "#57606a";

    private final List<Locator> secret = new ArrayList<>();

    /// From now on this field is painted over.
    void hide(Locator field) {
        secret.add(field);
    }

    /// The visible part of the tab; empty if the tab cannot be pictured, such as when it hangs.
    ///
    /// @throws BrowserGoneException if the browser is gone
    Optional<Screenshot> take(Page tab) {
        var hidden = new ArrayList<>(secret);
        for (Frame frame : tab.frames()) {
            hidden.add(frame.locator("input[type=password]"));
        }
        try {
            return Optional.of(
                    new Screenshot(
                            tab.screenshot(
                                    new Page.ScreenshotOptions()
                                            .setType(ScreenshotType.JPEG)
                                            .setQuality(QUALITY)
                                            .setMask(hidden)
                                            .setMaskColor(PAINT)
                                            .setTimeout(LIMIT_MILLIS))));
        } catch (PlaywrightException failed) {
            if (Faults.isGone(failed)) {
                throw new BrowserGoneException(Faults.firstLine(failed), failed);
            }
            LOG.warn("no screenshot: {}", Faults.firstLine(failed));
            return Optional.empty();
        }
    }
}
