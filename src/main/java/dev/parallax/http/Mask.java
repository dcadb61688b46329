package dev.parallax.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Hides secret values in texts, as they are and percent-encoded.
final class Mask {
    private static final String HIDDEN = "•••";

    private final List<String> values;

    Mask(List<String> secrets) {
        values =
                secrets.stream()
                        .filter(secret -> !secret.isEmpty())
                        .flatMap(Mask::spellings)
                        .distinct()
                        // a secret that holds another goes first, or its rest would stay to be seen
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
    }

    private static Stream<String> spellings(String secret) {
        String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return Stream.of(secret, form, form.replace("+", "%20"), WebAddress.escape(secret));
    }

    /// The text with every secret written as three dots.
    String hide(String text) {
        String hidden = text;
        for (String value : values) {
            hidden = hidden.replace(value, HIDDEN);
        }
        return hidden;
    }

    boolean finds(String text) {
        return values.stream().anyMatch(text::contains);
    }
}
