package dev.parallax.measure;

import org.jspecify.annotations.Nullable;

/// The device a browser pretends to be.
///
/// @param width of the viewport, CSS pixels, 1 to 10,000
/// @param height of the viewport, CSS pixels, 1 to 10,000
/// @param pixelRatio device pixels per CSS pixel, above 0, at most 10
/// @param kind decides the viewport meta tag and the field's device class to match
/// @param touch whether the screen is touched
/// @param userAgent null keeps the browser's own
public record Device(
        int width,
        int height,
        double pixelRatio,
        Kind kind,
        boolean touch,
        @Nullable String userAgent) {
    /// The longest side of a viewport, CSS pixels: more than any screen has.
    public static final int LONGEST_SIDE = 10_000;

    /// The finest screen: more than any has.
    public static final double MOST_PIXEL_RATIO = 10;

    /// Device classes as RUM tools name them.
    public enum Kind {
        DESKTOP("desktop"),
        MOBILE("mobile"),
        TABLET("tablet");

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
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || pixelRatio > MOST_PIXEL_RATIO) {
            throw new IllegalArgumentException(
                    "no screen is so large: " + width + " × " + height + " at " + pixelRatio);
        }
        if (userAgent != null && (userAgent.isBlank() || !isOneLine(userAgent))) {
            throw new IllegalArgumentException("not a user agent: \"" + userAgent + "\"");
        }
    }

    /// A device that is touched if it is held in the hand.
    public Device(int width, int height, double pixelRatio, Kind kind, @Nullable String userAgent) {
        this(width, height, pixelRatio, kind, kind != Kind.DESKTOP, userAgent);
    }

    /// It goes into a header as it is.
    private static boolean isOneLine(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }
}
