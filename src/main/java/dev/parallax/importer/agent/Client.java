package dev.parallax.importer.agent;

import dev.parallax.rum.Exclusion;

/// What a user agent says. A text that is not known is empty.
///
/// @param device `desktop`, `mobile`, `tablet`, `tv`, `console`, `watch`, `car` or `headset`
/// @param browser its usual name without version: `Chrome`, `Safari`, `Samsung Internet`
/// @param os its usual name without version: `Windows`, `Android`, `iOS`
/// @param exclusion why nobody lived through what it did
public record Client(String device, String browser, String os, Exclusion exclusion) {
    /// Nothing is known.
    public static final Client UNKNOWN = new Client("", "", "", Exclusion.NONE);
}
