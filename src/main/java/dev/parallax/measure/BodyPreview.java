package dev.parallax.measure;

import java.util.function.UnaryOperator;

/// The beginning of an answer's body, where that is text.
///
/// @param mediaType such as `application/json`
/// @param text at most 16,384 characters once it is masked
/// @param wholeCharacters how long the whole body is
public record BodyPreview(String mediaType, String text, long wholeCharacters) {
    private static final int LONGEST = 16_384;

    /// What is held more until secrets are hidden, so that none is cut in two and not recognised.
    private static final int MARGIN = 4_096;

    /// The preview of a body, not masked yet.
    public static BodyPreview of(String mediaType, String body) {
        return new BodyPreview(mediaType, cut(body, LONGEST + MARGIN), body.length());
    }

    /// The preview with its secrets hidden, at its final length.
    public BodyPreview masked(UnaryOperator<String> mask) {
        return new BodyPreview(mediaType, cut(mask.apply(text), LONGEST), wholeCharacters);
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    /// True if the body goes on behind the preview.
    public boolean isCut() {
        return text.length() < wholeCharacters;
    }
}
