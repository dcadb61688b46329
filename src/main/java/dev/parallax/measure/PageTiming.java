package dev.parallax.measure;

import java.util.Locale;
import java.util.Optional;

/// Where a page lies on the time line of its iteration, and what was painted largest.
///
/// @param startMillis when its navigation started, milliseconds from the start of the iteration; a
///   metric of the page lies at `startMillis` + its value
/// @param kind how the visitor came to it
/// @param largestPaint what LCP stands for, empty if nothing was painted or it is not known
public record PageTiming(double startMillis, Kind kind, Optional<LargestPaint> largestPaint) {

    /// How a visitor comes to a page.
    public enum Kind {
        /// A new document.
        NAVIGATION,
        /// The same document loaded again.
        RELOAD,
        /// Back or forward in the history.
        BACK_FORWARD,
        /// The document stayed and its script showed another page.
        SOFT,
        /// A request of an HTTP journey.
        REQUEST;

        /// The word in files and JSON: `back-forward`.
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// The largest element that was painted.
    ///
    /// @param element a short selector: `img#hero`, `h1.title`; empty if the element is gone
    /// @param url of the picture, empty for text
    public record LargestPaint(String element, String url) {}
}
