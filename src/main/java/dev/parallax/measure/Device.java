package dev.parallax.measure;

import org.jspecify.annotations.Nullable;

/// The device a browser pretends to be.
///
/// @param width of the viewport, CSS pixels
/// @param height of the viewport, CSS pixels
/// @param pixelRatio device pixels per CSS pixel
/// @param kind decides touch events, the viewport meta tag and the field's device class to match
/// @param userAgent null keeps the browser's own
public record Device(
        int width, int height, double pixelRatio, Kind kind, @Nullable String userAgent) {

    /// Device classes as RUM tools name them.
    public enum Kind {
        DESKTOP("desktop"),
        MOBILE("mobile");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /// The value of the dimension `device` that matches.
        public String key() {
            return key;
        }
    }

    public Device {
        if (width <= 0 || height <= 0 || !(pixelRatio > 0)) {
            throw new IllegalArgumentException(
                    "not a viewport: " + width + " × " + height + " at " + pixelRatio);
        }
    }
}
