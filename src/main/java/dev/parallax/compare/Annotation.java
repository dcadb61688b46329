package dev.parallax.compare;

import java.time.Instant;

/// Something that happened: a release, a campaign, an outage. Drawn over charts along time.
///
/// @param text in a few words
public record Annotation(Instant at, String text) {
    public Annotation {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an annotation says nothing");
        }
    }
}
