package dev.parallax.importer.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Cuts a column's name into lower-case words, however they are joined: `LCP (ms)`, `lcp_ms`,
/// `largestContentfulPaint`, `metrics.lcp`.
final class Words {
    private static final Pattern BETWEEN_CASES =
            Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern NOT_IN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    static List<String> of(String name) {
        return NOT_IN_WORDS
                .splitAsStream(BETWEEN_CASES.matcher(name).replaceAll(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    static List<String> without(List<String> words, Set<String> some) {
        Stream<String> left = words.stream().filter(word -> !some.contains(word));
        return left.toList();
    }
}
