package dev.parallax.importer;

import dev.parallax.importer.agent.Canonical;
import dev.parallax.importer.mapping.Mapping;
import dev.parallax.importer.privacy.Scrubber;
import dev.parallax.metric.Dimension;
import dev.parallax.rum.Dictionaries;
import dev.parallax.rum.Dictionary;
import java.util.Arrays;

/// The values of a dimension as they come, and what each is kept as: worked out once for each text,
/// not for each row.
final class CanonicalValues {
    /// Longer values are cut off: they are junk, and would fill the dictionaries.
    private static final int LONGEST_KEPT = 256;

    private final Dimension dimension;
    private final Mapping.Texts texts;
    private final Scrubber scrubber;
    private final Dictionary kept;
    private final Dictionary seen = new Dictionary(Dictionaries.MOST_VALUES);
    private final ShortTexts shortOnes = new ShortTexts();
    private int[] keptCodes = new int[16];
    private int known = 1;

    /// @param kept the texts that reach the disk
    CanonicalValues(Dimension dimension, Mapping.Texts texts, Scrubber scrubber, Dictionary kept) {
        this.dimension = dimension;
        this.texts = texts;
        this.scrubber = scrubber;
        this.kept = kept;
    }

    /// The code of what a text is kept as.
    int code(char[] source, int from, int length) {
        int found = shortOnes.find(source, from, length);
        return found == ShortTexts.NONE ? look(source, from, length) : found;
    }

    private int look(char[] source, int from, int length) {
        int code = seen.code(source, from, length);
        if (code == known) {
            learn(code);
        }
        // what is unknown since there were too many is asked for again, so that each is counted
        if (code != Dictionary.UNKNOWN) {
            shortOnes.put(source, from, length, keptCodes[code]);
        }
        return keptCodes[code];
    }

    /// The code of a text that is canonical already.
    int code(String canonical) {
        return kept.code(canonical);
    }

    private void learn(int code) {
        if (code == keptCodes.length) {
            keptCodes = Arrays.copyOf(keptCodes, code * 2);
        }
        // cut only once it is clean: half an address might not be known for one
        String clean = scrubber.value(dimension, seen.text(code));
        String own = texts.canonical(dimension, cut(clean));
        keptCodes[code] = kept.code(own.isEmpty() ? "" : canonical(own));
        known++;
    }

    private static String cut(String text) {
        return text.length() > LONGEST_KEPT ? text.substring(0, LONGEST_KEPT) : text;
    }

    private String canonical(String text) {
        return switch (dimension) {
            case COUNTRY -> Canonical.country(text);
            case CONNECTION -> Canonical.connection(text);
            case NAVIGATION -> Canonical.navigation(text);
            case DEVICE -> Canonical.device(text);
            case VIEWPORT -> Canonical.viewport(text);
            case CPU -> number(text, Canonical.cpu(parse(text)));
            case MEMORY -> number(text, Canonical.memory(parse(text)));
            case BROWSER, OS, RELEASE, CACHE -> text;
        };
    }

    /// A class is kept as it is; only a number has one to be found.
    private static String number(String text, String found) {
        return Double.isNaN(parse(text)) ? text : found;
    }

    private static double parse(String text) {
        return Numbers.parse(text.toCharArray(), 0, text.length());
    }
}
