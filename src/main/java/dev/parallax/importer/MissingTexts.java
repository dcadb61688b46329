package dev.parallax.importer;

import dev.parallax.importer.mapping.Mapping;
import java.util.Locale;
import java.util.Set;

/// The texts of a format that mean "no value".
final class MissingTexts {
    private final Set<String> texts;

    MissingTexts(Mapping mapping) {
        this.texts = mapping.texts().missing();
    }

    /// Whether the part of an array, blanks around it left out, is such a text or nothing at all.
    boolean contains(char[] source, int from, int length) {
        if (length > Mapping.LONGEST_MISSING) {
            return false;
        }
        String text = new String(source, from, length).strip().toLowerCase(Locale.ROOT);
        return text.isEmpty() || texts.contains(text);
    }
}
