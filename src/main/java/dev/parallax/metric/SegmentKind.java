package dev.parallax.metric;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a segment of a path says, by its look alone.
final class SegmentKind {
    private static final int SHORTEST_HEXADECIMAL = 12;
    private static final int UUID_LENGTH = 36;

    /// Two letters that are a word far more often than a language: `/my/orders`, `/go/to`.
    private static final Set<String> WORDS = Set.of("my", "to", "as", "or", "an", "am", "so");

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private SegmentKind() {}

    /// Writes what stands for a segment and for those behind it that belong to it.
    ///
    /// @return how many segments that were
    static int append(List<String> segments, int at, StringBuilder into) {
        String segment = segments.get(at);
        if (at == 0 && isLocale(segment)) {
            into.append(":locale");
        } else if (isDayOf(segments, at)) {
            into.append(":date");
            return 3;
        } else if (isDate(segment)) {
            into.append(":date");
        } else {
            into.append(isId(segment) ? ":id" : segment);
        }
        return 1;
    }

    /// A number, a UUID or a hexadecimal id.
    private static boolean isId(String segment) {
        int digits = 0;
        int hexadecimal = 0;
        int dashes = 0;
        for (int i = 0; i < segment.length(); i++) {
            char letter = segment.charAt(i);
            if (letter >= '0' && letter <= '9') {
                digits++;
            } else if ((letter | 0x20) >= 'a' && (letter | 0x20) <= 'f') {
                hexadecimal++;
            } else if (letter == '-') {
                dashes++;
            } else {
                return false;
            }
        }
        int length = segment.length();
        if (dashes > 0) {
            return dashes == 4 && length == UUID_LENGTH && hasUuidDashes(segment);
        }
        boolean isHexadecimal =
                digits > 0 && length >= SHORTEST_HEXADECIMAL && digits + hexadecimal == length;
        return digits == length || isHexadecimal;
    }

    private static boolean hasUuidDashes(String segment) {
        return segment.charAt(8) == '-'
                && segment.charAt(13) == '-'
                && segment.charAt(18) == '-'
                && segment.charAt(23) == '-';
    }

    /// `2026-11-22`.
    private static boolean isDate(String segment) {
        return segment.length() == 10
                && segment.charAt(4) == '-'
                && segment.charAt(7) == '-'
                && isYear(segment.substring(0, 4))
                && isBetween(segment.substring(5, 7), 1, 12)
                && isBetween(segment.substring(8), 1, 31);
    }

    /// `2026`, `11`, `22`.
    private static boolean isDayOf(List<String> segments, int at) {
        return at + 2 < segments.size()
                && isYear(segments.get(at))
                && isBetween(segments.get(at + 1), 1, 12)
                && isBetween(segments.get(at + 2), 1, 31);
    }

    private static boolean isYear(String text) {
        return text.length() == 4 && isBetween(text, 1990, 2099);
    }

    private static boolean isBetween(String text, int least, int most) {
        if (text.isEmpty() || text.length() > 4) {
            return false;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            number = number * 10 + digit;
        }
        return number >= least && number <= most;
    }

    /// `de`, `en-gb`, `pt_BR`.
    private static boolean isLocale(String segment) {
        if (segment.length() == 2) {
            String language = segment.toLowerCase(Locale.ROOT);
            return LANGUAGES.contains(language) && !WORDS.contains(language);
        }
        return segment.length() == 5
                && (segment.charAt(2) == '-' || segment.charAt(2) == '_')
                && LANGUAGES.contains(segment.substring(0, 2).toLowerCase(Locale.ROOT))
                && COUNTRIES.contains(segment.substring(3).toUpperCase(Locale.ROOT));
    }
}
