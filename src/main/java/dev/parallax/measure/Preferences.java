package dev.parallax.measure;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;

/// What a browser tells a page of the person in front of it.
///
/// @param locale BCP 47 tag of the language pages are asked for in, such as `en-US`
/// @param timeZone by its IANA name, such as `Europe/Berlin`; empty keeps the machine's own
/// @param colorScheme what the media feature `prefers-color-scheme` answers
public record Preferences(String locale, String timeZone, ColorScheme colorScheme) {

    /// Whether a page should be light or dark.
    public enum ColorScheme {
        LIGHT,
        DARK;

        /// The word in files, JSON and style sheets.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Preferences {
        if (!isLocale(locale)) {
            throw new IllegalArgumentException("not a language tag: \"" + locale + "\"");
        }
        if (!isTimeZone(timeZone)) {
            throw new IllegalArgumentException("not a time zone: \"" + timeZone + "\"");
        }
    }

    /// Light pages in a language, at the machine's own time.
    public static Preferences of(String locale) {
        return new Preferences(locale, "", ColorScheme.LIGHT);
    }

    /// True for a well-formed tag of BCP 47 with a language.
    public static boolean isLocale(String text) {
        try {
            return !new Locale.Builder().setLanguageTag(text).build().getLanguage().isEmpty();
        } catch (IllformedLocaleException _) {
            return false;
        }
    }

    /// True for a region's name of the IANA data base, and for none at all.
    public static boolean isTimeZone(String text) {
        if (text.isEmpty()) {
            return true;
        }
        try {
            // offsets such as +02:00 are zones to Java, and not to a browser
            return ZoneId.of(text).getId().equals(text) && Character.isLetter(text.charAt(0));
        } catch (DateTimeException _) {
            return false;
        }
    }
}
